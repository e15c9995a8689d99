// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '#platform/ctx';
import type { Db } from '#platform/db';
import { keyringOf, membersOf } from '#platform/seal';
import { type PersonState, reading, type UnlockRow } from '../tables.ts';
import type { LastingTeam } from './team-roles.ts';

/** One way of signing in. `opens`: it opens cases by itself, or together with the code or a passkey. */
export interface Way extends Pick<UnlockRow, 'id' | 'kind'> {
  synced: boolean;
  madeOn: string | null;
}

export interface ListedPerson {
  id: string;
  alias: string;
  state: PersonState;
  roles: Role[];
  /** Roles that wait for a member's grant. */
  asked: Role[] | null;
  teams: LastingTeam[];
  ways: Way[];
  /** Until when their link works, where one is out. */
  linkUntil: Date | null;
}

/** Everybody who works here or is invited, by name. Who left is not listed. */
export async function listPeople(db: Db): Promise<ListedPerson[]> {
  const people = await reading(db)
    .selectFrom('platform.person as person')
    .leftJoin('platform.invite as invite', 'invite.person', 'person.id')
    .select([
      'person.id',
      'person.alias',
      'person.state',
      'person.roles',
      'person.asked',
      'invite.expires_at',
    ])
    .where('person.state', '<>', 'left')
    .orderBy('person.alias')
    .execute();
  const ways = await waysOf(
    db,
    people.map(({ id }) => id),
  );
  const keyring = keyringOf(db);
  const desk = await membersOf(db, keyring, 'desk');
  const custody = await membersOf(db, keyring, 'custody');
  return people.map(({ expires_at, ...row }) => ({
    ...row,
    roles: row.roles as Role[],
    asked: row.asked as Role[] | null,
    teams: [
      ...(desk.some(({ person }) => person === row.id) ? (['desk'] as const) : []),
      ...(custody.some(({ person }) => person === row.id) ? (['custody'] as const) : []),
    ],
    ways: ways.filter(({ person }) => person === row.id),
    linkUntil: expires_at,
  }));
}

/** How these people can sign in. */
export async function waysOf(db: Db, people: readonly string[]): Promise<(Way & { person: string })[]> {
  if (people.length === 0) return [];
  const rows = await reading(db)
    .selectFrom('platform.unlock')
    .select(['id', 'user_id as person', 'kind', 'synced', 'made_on as madeOn'])
    .where('user_id', 'in', [...people])
    .orderBy('made_on')
    .execute();
  return rows.map((row) => ({ ...row, synced: row.synced === true }));
}

/** The names by which staff know each other, by id; also of those who left. */
export async function aliasesOf(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null))];
  if (asked.length === 0) return new Map();
  const rows = await reading(db)
    .selectFrom('platform.person')
    .select(['id', 'alias'])
    .where('id', 'in', asked)
    .execute();
  return new Map(rows.map(({ id, alias }) => [id, alias]));
}
