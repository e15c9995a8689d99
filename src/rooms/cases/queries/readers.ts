// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type Ctx, personOf } from '#platform/ctx';
import type { Db } from '#platform/db';
import { keyringOf, membersOf, teamsOf } from '#platform/seal';
import { readsCases, SECOND_ACTS } from '../access.ts';
import { type CaseRow, reading } from '../tables.ts';

// A case may be about somebody who works here (R20). Then a few people hold its key, and for everybody else it is not there.

const PREFIX = 'restricted:';

/** The team of a restricted case. */
export const teamOf = (caseId: string): `restricted:${string}` => `${PREFIX}${caseId}`;

/** The restricted cases that this person reads; null where nothing is kept from the caller, because a clock reads no words. */
export async function restrictedOpen({ db, actor }: Ctx): Promise<string[] | null> {
  if (actor.kind !== 'person') return null;
  const teams = await teamsOf(db, keyringOf(db), actor.id);
  return teams.filter((team) => team.startsWith(PREFIX)).map((team) => team.slice(PREFIX.length));
}

/** Narrows a query over `cases.case` to what the caller may know of. */
export async function mayKnow(ctx: Ctx) {
  const open = await restrictedOpen(ctx);
  return open === null
    ? sql<boolean>`true`
    : sql<boolean>`(restricted_at is null or id = any(${open}::uuid[]))`;
}

/** Whether the caller may know of this case. */
export async function knows(ctx: Ctx, row: Pick<CaseRow, 'id' | 'restricted_at'>): Promise<boolean> {
  if (row.restricted_at === null) return true;
  const open = await restrictedOpen(ctx);
  return open === null || open.includes(row.id);
}

/** Those of these cases that are kept from the caller. */
export async function keptFrom(ctx: Ctx, caseIds: readonly string[]): Promise<Set<string>> {
  if (caseIds.length === 0) return new Set();
  const rows = await reading(ctx.db)
    .selectFrom('cases.case')
    .select('id')
    .where('id', 'in', caseIds)
    .where('restricted_at', 'is not', null)
    .execute();
  const open = await restrictedOpen(ctx);
  return new Set(rows.map(({ id }) => id).filter((id) => open !== null && !open.includes(id)));
}

/** Who reads a restricted case; everybody of the desk who may read cases where it is not restricted. */
export async function readersOf(db: Db, row: Pick<CaseRow, 'id' | 'restricted_at'>): Promise<string[]> {
  const team = row.restricted_at === null ? 'desk' : teamOf(row.id);
  return (await membersOf(db, keyringOf(db), team)).map(({ person }) => person);
}

/**
 * Who can lend the caller the contact details of a restricted case, by the name used at the desk: its readers who answer
 * for contact details, for nobody else is asked. Nobody lends to themselves.
 */
export async function lendersOf(ctx: Ctx, row: Pick<CaseRow, 'id' | 'restricted_at'>): Promise<string[]> {
  const reads = await readersOf(ctx.db, row);
  const me = personOf(ctx.actor);
  const lends = (await deskReaders(ctx.db)).filter(({ id, lends }) => lends && id !== me);
  return lends.filter(({ id }) => reads.includes(id)).map(({ alias }) => alias);
}

export interface DeskReader {
  id: string;
  alias: string;
  /** May lend contact details, and holds their key. */
  lends: boolean;
}

/** Everybody who could read a case: they hold the key of the desk, and their work is there. */
export async function deskReaders(db: Db): Promise<DeskReader[]> {
  const members = await membersOf(db, keyringOf(db), 'desk');
  if (members.length === 0) return [];
  const custody = (await membersOf(db, keyringOf(db), 'custody')).map(({ person }) => person);
  const rows = await reading(db)
    .selectFrom('platform.person')
    .select(['id', 'alias', 'roles'])
    .where('state', '=', 'active')
    .where(
      'id',
      'in',
      members.map(({ person }) => person),
    )
    .orderBy('alias')
    .execute();
  return rows
    .filter(({ roles }) => readsCases(roles))
    .map(({ id, alias, roles }) => ({ id, alias, lends: custody.includes(id) && mayLend(roles) }));
}

const mayLend = (roles: readonly string[]): boolean =>
  SECOND_ACTS['case.lend-contact'].some((role) => roles.includes(role));
