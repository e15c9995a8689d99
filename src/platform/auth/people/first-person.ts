// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { atomically, type Ctx, type Role, type TxCtx } from '#platform/ctx';
import { createTeam, keyringOf, makeRecovery } from '#platform/seal';
import { changeInstallation } from '#platform/setup';
import { errors } from '../errors.ts';
import { reading, writing } from '../tables.ts';
import { type Issued, type Prepared, prepareCredentials, storeCredentials } from './credentials.ts';
import { teamsFor } from './team-roles.ts';

export const firstRoles: readonly Role[] = [
  'supervisor',
  'custodian',
  'admin',
  'operator',
  'editor',
  'reviewer',
];

export interface NewPerson {
  alias: string;
  roles: readonly Role[];
}

export interface Begun {
  people: (NewPerson & Issued & { id: string })[];
  halves: { n: number; a: string; b: string };
}

/** Whether anybody can sign in yet; until then, and only until then, the set-up link works. */
export async function hasPeople(db: Ctx['db']): Promise<boolean> {
  return (
    (await reading(db).selectFrom('platform.person').select('id').limit(1).executeTakeFirst()) !== undefined
  );
}

/**
 * Begins an installation: recovery key, the teams of the desk and the custodians, and its first people; a
 * real one begins with one supervisor. Answers what is printed once. Throws a conflict when somebody was faster.
 */
export async function makeFirstPeople(ctx: Ctx, people: readonly NewPerson[]): Promise<Begun> {
  const prepared: (NewPerson & { made: Prepared })[] = [];
  for (const person of people)
    prepared.push({ ...person, made: await prepareCredentials(ctx.db, randomUUID()) });
  const recovery = await atomically(ctx, async (inner) => {
    if (await hasPeople(inner.db)) throw errors('not-first');
    for (const { alias, roles, made } of prepared) await storePerson(inner, { alias, roles }, made);
    return beginTeams(inner, prepared);
  });
  for (const { made } of prepared) made.key.priv.dispose();
  return {
    people: prepared.map(({ alias, roles, made }) => ({
      id: made.person,
      alias,
      roles,
      password: made.password,
      totp: made.totp,
    })),
    halves: { n: recovery.n, a: recovery.a, b: recovery.b },
  };
}

async function storePerson(ctx: TxCtx, { alias, roles }: NewPerson, made: Prepared): Promise<void> {
  await writing(ctx.db)
    .insertInto('platform.person')
    .values({ id: made.person, alias, roles: [...roles], state: 'active' })
    .execute();
  await storeCredentials(ctx.db, ctx.now, made);
  ctx.audit({ act: 'person.first', kind: 'person', id: made.person });
}

async function beginTeams(ctx: TxCtx, people: readonly (NewPerson & { made: Prepared })[]) {
  const keyring = keyringOf(ctx.db);
  const recovery = await makeRecovery(ctx.db, keyring, ctx.now);
  for (const name of ['desk', 'custody'] as const) {
    const members = people
      .filter(({ roles }) => teamsFor(roles).includes(name))
      .map(({ made, roles }) => ({ person: made.person, canGrant: roles.includes('supervisor') }));
    await createTeam(ctx.db, keyring, { name, members, now: ctx.now });
  }
  await changeInstallation(ctx, { recovery: { n: recovery.n, confirmedOn: null } });
  return recovery;
}
