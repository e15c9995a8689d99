// SPDX-License-Identifier: EUPL-1.2
import type { Actor, Role } from '#platform/ctx';
import type { Db } from '#platform/db';
import { errors } from '../errors.ts';
import { type PersonState, reading } from '../tables.ts';

export interface Person {
  id: string;
  alias: string;
  /** What they may do now. */
  roles: Role[];
  /** What they are to do once a member gave them the keys for it, or null. */
  asked: Role[] | null;
  state: PersonState;
  pub: Buffer | null;
}

/** Somebody who works here or may come. Throws `auth.no-person` for who left and who never was. */
export async function findPerson(db: Db, id: string): Promise<Person> {
  const row = await reading(db)
    .selectFrom('platform.person')
    .select(['id', 'alias', 'roles', 'asked', 'state', 'pub'])
    .where('id', '=', id)
    .where('state', '<>', 'left')
    .executeTakeFirst();
  if (row === undefined) throw errors('no-person');
  return { ...row, roles: row.roles as Role[], asked: row.asked as Role[] | null };
}

/** Nobody resets, promotes or dismisses themselves: another person looks at it. */
export function requireOther(actor: Actor, person: string): void {
  if (actor.kind === 'person' && actor.id === person) throw errors('not-yourself');
}
