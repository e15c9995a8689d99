// SPDX-License-Identifier: EUPL-1.2
import nodemailer, { type Transporter } from 'nodemailer';
import { z } from 'zod';
import type { Ctx } from '#platform/ctx';
import { transaction } from '#platform/db';
import { dropMachineBox, keyringOf, readMachineBox } from '#platform/seal';
import { readInstallation } from '#platform/setup';
import { reading, writing } from './tables.ts';

const content = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  leave: z.url().optional(),
});
export type MailContent = z.infer<typeof content>;

/** Sends queued mails. With no SMTP server they stay queued, and the outbox page shows what would go. */
export function createSender(smtpUrl: string | null): (ctx: Ctx, id: string) => Promise<void> {
  const transport: Transporter | null =
    smtpUrl === null ? null : nodemailer.createTransport({ url: smtpUrl, connectionTimeout: 5000 });
  return async (ctx, id) => {
    const row = await reading(ctx.db)
      .selectFrom('platform.mail_outbox')
      .select(['machine_box_id', 'state'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined || row.state === 'sent' || row.state === 'gone' || transport === null) return;
    const mail = await readMail(ctx, row.machine_box_id);
    if (mail === null) return settle(ctx, id, { state: 'gone', code: 'expired' });
    const site = await readInstallation(ctx.db);
    // A demo or rehearsal must not write to anybody (H20).
    const to = site.kind === 'real' ? mail.to : 'rehearsal@example.org';
    try {
      await transport.sendMail({
        from: `${site.name} <${senderOf(smtpUrl)}>`,
        to,
        subject: mail.subject,
        text: mail.text,
        headers: leaving(mail),
      });
    } catch (error) {
      await settle(ctx, id, { state: 'failed', code: codeOf(error) });
      throw new Error('mail was not taken');
    }
    await settle(ctx, id, { state: 'sent', code: null });
  };
}

const leaving = ({ leave }: MailContent): Record<string, string> =>
  leave === undefined
    ? {}
    : { 'List-Unsubscribe': `<${leave}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };

export async function readMail(ctx: Ctx, box: string | null): Promise<MailContent | null> {
  if (box === null) return null;
  const plain = await readMachineBox(ctx.db, keyringOf(ctx.db), { id: box, purpose: 'mail', now: ctx.now });
  return plain === null ? null : content.parse(JSON.parse(plain.toString('utf8')));
}

async function settle(
  ctx: Ctx,
  id: string,
  end: { state: 'sent' | 'failed' | 'gone'; code: string | null },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const row = await writing(tx)
      .updateTable('platform.mail_outbox')
      .set((set) => ({ state: end.state, code: end.code, tries: set('tries', '+', 1) }))
      .where('id', '=', id)
      .returning('machine_box_id')
      .executeTakeFirst();
    // Delivered or too late: the words have no reason to stay.
    if (end.state !== 'failed' && row?.machine_box_id != null) await dropMachineBox(tx, row.machine_box_id);
  });
}

// nodemailer's messages quote the address; its codes do not.
function codeOf(error: unknown): string {
  return String(
    (error as { responseCode?: number; code?: string }).responseCode ??
      (error as { code?: string }).code ??
      'failed',
  );
}

function senderOf(smtpUrl: string | null): string {
  const url = new URL(smtpUrl ?? 'smtp://localhost');
  return url.username.includes('@') ? decodeURIComponent(url.username) : `rowan@${url.hostname}`;
}
