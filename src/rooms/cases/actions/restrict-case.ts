// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx, personOf, type TxCtx } from '#platform/ctx';
import {
  createTeam,
  endLeases,
  grantTeam,
  keyringOf,
  membersOf,
  resealBatch,
  resealObject,
  revokeTeam,
  rotateTeam,
} from '#platform/seal';
import { reportFacts, restrictReport } from '#reports';
import { errors } from '../errors.ts';
import { keysOf } from '../queries/addresses.ts';
import { deskReaders, teamOf } from '../queries/readers.ts';
import { reportIds } from '../queries/reports.ts';
import { FEWEST_READERS } from '../rules/restricting.ts';
import { writing } from '../tables.ts';
import { lockOwnCase } from './lock-case.ts';
import { recordEvent } from './record.ts';

interface Readers {
  caseId: string;
  /** Everybody who may read it from now on. */
  people: readonly string[];
  words: string;
}

/**
 * Locks a case for a few people, because it is about somebody who works here or about a member (R20), or changes who they
 * are. What was told gets another key, and for everybody else the case is not there. Needs the keys of somebody who reads
 * it. Answers whether they still do. Throws `cases.bad-step` for too few, for anybody who does not read cases, and while
 * some of its addresses were not looked at.
 */
export async function restrictCase(
  ctx: Ctx,
  { caseId, people, words }: Readers,
): Promise<{ reads: boolean }> {
  return atomically(ctx, async (inner) => {
    const row = await lockOwnCase(inner, caseId);
    const desk = new Set((await deskReaders(inner.db)).map(({ id }) => id));
    if (people.length < FEWEST_READERS || people.some((id) => !desk.has(id))) throw errors('bad-step');
    const first = row.restricted_at === null;
    await (first ? lockAway(inner, { caseId, people }) : changeReaders(inner, { caseId, people }));
    await takeBack(inner, { caseId, people });
    await recordEvent(inner, { caseId, act: first ? 'restricted' : 'readers-changed', words });
    return { reads: people.includes(personOf(inner.actor)) };
  });
}

type Chosen = Pick<Readers, 'caseId' | 'people'>;

async function lockAway(ctx: TxCtx, { caseId, people }: Chosen): Promise<void> {
  await requireLooked(ctx, caseId);
  const name = teamOf(caseId);
  const members = people.map((person) => ({ person, canGrant: true }));
  await createTeam(ctx.db, keyringOf(ctx.db), { name, members, now: ctx.now });
  for (const person of people) ctx.audit({ act: 'key.grant', kind: 'person', id: person, code: name });
  await writing(ctx.db)
    .updateTable('cases.case')
    .set({ restricted_at: ctx.now })
    .where('id', '=', caseId)
    .execute();
  for (const reportId of await reportIds(ctx, caseId)) await restrictReport(ctx, { reportId, caseId });
  const keys = keysOf(ctx);
  for (const id of [...(await sealedOf(ctx, caseId)), ...(await hideAddresses(ctx, caseId))])
    await resealObject(ctx.db, keyringOf(ctx.db), { keys, id, to: name });
}

/** Addresses are found with the key of the desk, so all of them are found before it does not fit any more. */
async function requireLooked(ctx: TxCtx, caseId: string): Promise<void> {
  const row = await writing(ctx.db)
    .selectFrom('cases.report')
    .select('report_id')
    .where('case_id', '=', caseId)
    .where('looked_at', 'is', null)
    .executeTakeFirst();
  if (row !== undefined) throw errors('bad-step');
}

async function sealedOf(ctx: TxCtx, caseId: string): Promise<string[]> {
  const rows = await writing(ctx.db)
    .selectFrom('cases.sealed')
    .select('object_id')
    .where('case_id', '=', caseId)
    .execute();
  return rows.map(({ object_id }) => object_id);
}

/**
 * Forgets by which mark the addresses of this case alone are known again, and answers their objects: nobody can try
 * whether an address stands in it. What another case knows too stays with the desk.
 */
async function hideAddresses(ctx: TxCtx, caseId: string): Promise<string[]> {
  const db = writing(ctx.db);
  const seen = db
    .selectFrom('cases.sighting as s')
    .innerJoin('cases.report as r', 'r.report_id', 's.report_id')
    .select('s.item_id');
  const rows = await db
    .updateTable('cases.item')
    .set({ seen: null })
    .where('id', 'in', seen.where('r.case_id', '=', caseId))
    .where('id', 'not in', seen.where('r.case_id', '<>', caseId))
    .returning('address_id')
    .execute();
  return rows.map(({ address_id }) => address_id);
}

/** New readers get every key of the case; when somebody loses it, everything is locked with another. */
async function changeReaders(ctx: TxCtx, { caseId, people }: Chosen): Promise<void> {
  const team = teamOf(caseId);
  const keyring = keyringOf(ctx.db);
  const keys = keysOf(ctx);
  const before = (await membersOf(ctx.db, keyring, team)).map(({ person }) => person);
  for (const person of people.filter((id) => !before.includes(id))) {
    await grantTeam(ctx.db, keyring, { keys, team, person, canGrant: true });
    ctx.audit({ act: 'key.grant', kind: 'person', id: person, code: team });
  }
  const lost = before.filter((id) => !people.includes(id));
  for (const person of lost) {
    await revokeTeam(ctx.db, keyring, { team, person });
    ctx.audit({ act: 'key.revoke', kind: 'person', id: person, code: team });
  }
  if (lost.length === 0) return;
  await rotateTeam(ctx.db, keyring, { team, now: ctx.now });
  for (let left = 1, moved = 1; left > 0 && moved > 0; )
    ({ left, moved } = await resealBatch(ctx.db, keyring, { keys, team }));
}

/** What somebody had of the case who may not read it: the case itself, and contact details lent to them. */
async function takeBack(ctx: TxCtx, { caseId, people }: Chosen): Promise<void> {
  await writing(ctx.db)
    .updateTable('cases.case')
    .set({ assigned_to: null, assigned_at: null })
    .where('id', '=', caseId)
    .where('assigned_to', 'not in', people)
    .execute();
  const reports = await reportIds(ctx, caseId);
  const loans = await writing(ctx.db)
    .deleteFrom('cases.contact_loan')
    .where('report_id', 'in', reports)
    .where('person_id', 'not in', people)
    .returning(['report_id', 'person_id'])
    .execute();
  for (const { report_id, person_id: person } of loans) {
    const { contactId: object } = await reportFacts(ctx, report_id);
    await endLeases(ctx.db, { person, object });
  }
}
