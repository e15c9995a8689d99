// SPDX-License-Identifier: EUPL-1.2

import type { ComponentChildren } from 'preact';
import { type Actor, atomically, type Ctx } from '#platform/ctx';
import { type AnyRoute, defineRoute, page, seeOther } from '#platform/http';
import { translator } from '#platform/i18n';
import { on } from '#platform/jobs';
import { readInstallation } from '#platform/setup';
import type { View } from '#platform/ui';
import { OutboxPage, type OutboxRow } from './outbox-page.tsx';
import { mailQueued, queueMail } from './queue.ts';
import { createSender, readMail } from './send.ts';
import { reading } from './tables.ts';

/** Sends what the outbox holds; `smtpUrl` null keeps it there for a person to see. */
export interface MailServices {
  smtpUrl: string | null;
  /** Draws the desk's navigation. */
  nav: (view: View, actor: Actor, place: 'mail') => ComponentChildren;
}

export function plugin({ smtpUrl, nav }: MailServices) {
  const send = createSender(smtpUrl);
  return {
    name: 'mail',
    routes: [outbox(smtpUrl, nav), testAlarm()],
    jobs: [],
    subscriptions: [on(mailQueued, 'mail', (ctx, { id }) => send(ctx, id))],
  };
}

function outbox(smtpUrl: string | null, nav: MailServices['nav']): AnyRoute {
  return defineRoute({
    name: 'mail-outbox',
    verb: 'GET',
    path: '/desk/mail',
    access: ['supervisor', 'admin'],
    area: 'desk',
    handle: async ({ ctx, view }) => {
      const { timeZone } = await readInstallation(ctx.db);
      const rows = await lastMails(ctx, smtpUrl === null);
      return page(
        <OutboxPage
          view={view}
          data={{
            rows,
            smtp: smtpUrl !== null,
            timeZone: timeZone || 'UTC',
            nav: nav(view, ctx.actor, 'mail'),
          }}
        />,
      );
    },
  });
}

// H6: the alarm counts only after a person saw it arrive; this sends one to try.
function testAlarm(): AnyRoute {
  return defineRoute({
    name: 'mail-test-alarm',
    verb: 'POST',
    path: '/desk/mail/alarm',
    access: ['supervisor', 'admin'],
    area: 'desk',
    act: 'alarm.test',
    handle: async ({ ctx, view }) => {
      const site = await readInstallation(ctx.db);
      const t = translator(site.languages[0] ?? 'en');
      const to = site.duty?.email ?? '';
      if (to === '') return seeOther(`/${view.lang}/setup/desk`);
      await atomically(ctx, async (inner) => {
        await queueMail(inner, {
          to,
          subject: t('mail.alarm.subject'),
          text: t('mail.alarm.text'),
          purpose: 'alarm',
        });
        inner.audit({ act: 'alarm.test', kind: 'mail', id: null });
      });
      return seeOther(`/${view.lang}/desk/mail`);
    },
  });
}

async function lastMails(ctx: Ctx, withWords: boolean): Promise<OutboxRow[]> {
  const rows = await reading(ctx.db)
    .selectFrom('platform.mail_outbox')
    .select(['id', 'purpose', 'state', 'created_at', 'code', 'machine_box_id'])
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute();
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      purpose: row.purpose,
      state: row.state,
      at: row.created_at,
      code: row.code,
      words: withWords && row.state === 'queued' ? await readMail(ctx, row.machine_box_id) : null,
    })),
  );
}
