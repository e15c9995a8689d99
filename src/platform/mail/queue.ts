// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { TxCtx } from '#platform/ctx';
import { defineFact, publish } from '#platform/jobs';
import { keyringOf, putMachineBox } from '#platform/seal';
import { writing } from './tables.ts';

/** One mail. Subjects are neutral: somebody else may read over the shoulder (harm-rules H20, ux 2.0). */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** Where these mails are stopped, for the reader's mail program (RFC 8058); for news alone. */
  leave?: string;
  /** A code such as `alarm`, `invite`, `reporter`: what health and the outbox say about it. */
  purpose: string;
}

export const mailQueued = defineFact('mail.queued', z.object({ id: z.uuid() }));

/**
 * Puts a mail into the outbox, in the caller's transaction. Recipient and words lie in a box that a job may
 * open for 72 hours; whoever calls this has made sure that the address was approved (H20).
 */
export async function queueMail(ctx: TxCtx, mail: Mail): Promise<string> {
  const id = randomUUID();
  const plain = Buffer.from(
    JSON.stringify({ to: mail.to, subject: mail.subject, text: mail.text, leave: mail.leave }),
  );
  const box = await putMachineBox(ctx.db, keyringOf(ctx.db), { purpose: 'mail', plain, now: ctx.now });
  await writing(ctx.db)
    .insertInto('platform.mail_outbox')
    .values({
      id,
      machine_box_id: box,
      purpose: mail.purpose,
      state: 'queued',
      tries: 0,
      next_at: null,
      created_at: ctx.now,
      code: null,
    })
    .execute();
  await publish(ctx.db, mailQueued, { id });
  return id;
}
