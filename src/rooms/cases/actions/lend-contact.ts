// SPDX-License-Identifier: EUPL-1.2

import { askSecond } from '#platform/auth';
import { atomically, type Ctx, personOf, type TxCtx } from '#platform/ctx';
import { grantLease, keyringOf } from '#platform/seal';
import { reportFacts } from '#reports';
import { keysOf } from '../queries/addresses.ts';
import { requireNothingWaits } from '../queries/waiting-acts.ts';
import { writing } from '../tables.ts';
import { lockOwnCase } from './lock-case.ts';
import { recordEvent } from './record.ts';

const HOUR = 3_600_000;
/** Long enough for a call, and for a second try. */
export const LOAN_HOURS = 4;

/** Asks a custodian for the contact details of a report: who left a number wants to be called. Throws `cases.act-waits`. */
export async function askForContact(
  ctx: Ctx,
  { caseId, reportId, words }: { caseId: string; reportId: string; words: string },
): Promise<void> {
  await atomically(ctx, async (inner) => {
    await lockOwnCase(inner, caseId);
    await requireNothingWaits(inner, { caseId, act: 'case.lend-contact' });
    await askSecond(inner, {
      act: 'case.lend-contact',
      payload: { caseId, subject: reportId, person: personOf(inner.actor) },
    });
    await recordEvent(inner, { caseId, act: 'contact-asked', words });
  });
}

/** A custodian's yes: that one person can open that one contact, for some hours. Needs the custodian's keys. */
export async function lendContact(
  ctx: TxCtx,
  { caseId, reportId, person }: { caseId: string; reportId: string; person: string },
): Promise<void> {
  const { contactId } = await reportFacts(ctx, reportId);
  const until = new Date(ctx.now.getTime() + LOAN_HOURS * HOUR);
  await grantLease(ctx.db, keyringOf(ctx.db), { keys: keysOf(ctx), object: contactId, person, until });
  await writing(ctx.db)
    .insertInto('cases.contact_loan')
    .values({ report_id: reportId, person_id: person, until })
    .onConflict((row) => row.columns(['report_id', 'person_id']).doUpdateSet({ until }))
    .execute();
  await recordEvent(ctx, { caseId, act: 'contact-lent' });
  ctx.audit({ act: 'contact.open', kind: 'report', id: reportId, code: 'lent' });
}
