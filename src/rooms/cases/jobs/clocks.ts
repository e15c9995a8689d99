// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { atomically, type Ctx } from '#platform/ctx';
import { translator } from '#platform/i18n';
import { type AnyJob, defineJob, publish } from '#platform/jobs';
import { queueMail } from '#platform/mail';
import { SealError } from '#platform/seal';
import { readInstallation } from '#platform/setup';
import { endOldActs } from '../actions/decide-second.ts';
import { deleteCase } from '../actions/delete-case.ts';
import { endRunOut } from '../actions/hold-case.ts';
import { lockCase } from '../actions/lock-case.ts';
import { caseUnopened } from '../events.ts';
import { isThere, reportIds } from '../queries/reports.ts';
import { callsNow, isUnopened } from '../rules/priority.ts';
import { reading, writing } from '../tables.ts';

const nothing = z.object({});
const MINUTE = 60_000;

/**
 * A P0 that nobody took in the promised minutes calls the duty contact, and again every ten minutes until somebody
 * takes it (H6). The mail says that a case waits and nothing about it; the child's page says that we are late.
 */
export async function callDuty(ctx: Ctx): Promise<void> {
  await atomically(ctx, async (inner) => {
    const rows = await writing(inner.db)
      .selectFrom('cases.case')
      .select(['id', 'priority', 'opened_at', 'due_at', 'called_at'])
      .where('priority', '=', 'p0')
      .where('opened_at', 'is', null)
      .where('state', '<>', 'closed')
      .where('due_at', '<', inner.now)
      .forUpdate()
      .skipLocked()
      .execute();
    const late = rows.filter(
      ({ priority, opened_at: openedAt, due_at: dueAt, called_at }) =>
        isUnopened({ priority, openedAt, dueAt }, inner.now) && callsNow(called_at, inner.now),
    );
    if (late.length === 0) return;
    const site = await readInstallation(inner.db);
    const t = translator(site.languages[0] ?? 'en');
    for (const { id, due_at } of late) {
      const minutes = Math.floor((inner.now.getTime() - due_at.getTime()) / MINUTE);
      await publish(inner.db, caseUnopened, { caseId: id, minutes });
      await writing(inner.db)
        .updateTable('cases.case')
        .set({ called_at: inner.now })
        .where('id', '=', id)
        .execute();
      inner.audit({ act: 'case.duty-called', kind: 'case', id });
    }
    if (site.duty === null || site.duty.checkedOn === null || site.duty.email === '') return;
    await queueMail(inner, {
      to: site.duty.email,
      subject: t('cases.duty.subject'),
      text: t('cases.duty.text', { n: late.length, address: `${site.shortAddress}/desk` }),
      purpose: 'alarm',
    });
  });
}

/** Notes holds whose time is over, so that their cases come up. */
export async function endHolds(ctx: Ctx): Promise<void> {
  const rows = await reading(ctx.db)
    .selectFrom('cases.hold')
    .select('case_id')
    .where('ended_at', 'is', null)
    .where('expires_at', '<=', ctx.now)
    .execute();
  for (const { case_id } of rows) {
    await atomically(ctx, async (inner) => {
      // Locked, because somebody may renew it in this moment.
      await lockCase(inner, case_id);
      if (!(await endRunOut(inner, case_id))) return;
      await writing(inner.db)
        .updateTable('cases.case')
        .set({ news: 'hold', news_at: inner.now, later_until: null })
        .where('id', '=', case_id)
        .where('state', '<>', 'closed')
        .execute();
    });
  }
}

/**
 * Deletes closed cases whose time is over and whose reports are gone. One under legal hold, or with a report that is,
 * stays and is tried again tomorrow.
 */
export async function deleteOldCases(ctx: Ctx): Promise<void> {
  const today = ctx.now.toISOString().slice(0, 10);
  const rows = await reading(ctx.db)
    .selectFrom('cases.case')
    .select('id')
    .where('delete_after', '<', today)
    .execute();
  for (const { id } of rows) {
    if (await hasReports(ctx, id)) continue;
    try {
      await atomically(ctx, async (inner) => {
        const { delete_after } = await lockCase(inner, id);
        // Not when somebody opened it again meanwhile.
        if (delete_after !== null && delete_after < today)
          await deleteCase(inner, { caseId: id, rule: 'retention' });
      });
    } catch (error) {
      if (!(error instanceof SealError && error.code === 'seal.held')) throw error;
    }
  }
}

async function hasReports(ctx: Ctx, caseId: string): Promise<boolean> {
  for (const reportId of await reportIds(ctx, caseId)) if (await isThere(ctx, reportId)) return true;
  return false;
}

async function sweep(ctx: Ctx): Promise<void> {
  await atomically(ctx, async (inner) => {
    await writing(inner.db).deleteFrom('cases.rest').where('until', '<=', inner.now).execute();
    await writing(inner.db).deleteFrom('cases.contact_loan').where('until', '<=', inner.now).execute();
  });
}

export const clocks: AnyJob[] = [
  defineJob({ name: 'cases.call-duty', payload: nothing, cron: '* * * * *', run: callDuty }),
  defineJob({
    name: 'cases.end-waiting',
    payload: nothing,
    cron: '*/5 * * * *',
    run: async (ctx) => {
      await endOldActs(ctx);
      await endHolds(ctx);
      await sweep(ctx);
    },
  }),
  defineJob({ name: 'cases.delete', payload: nothing, cron: '20 3 * * *', run: deleteOldCases }),
];
