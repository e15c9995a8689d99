// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { atomically, type Ctx, type Role } from '#platform/ctx';
import { createTeam, keyringOf, makeRecovery, SealError } from '#platform/seal';
import { changeInstallation } from '#platform/setup';
import { reading, writing } from '../tables.ts';
import { type Issued, prepareCredentials, storeCredentials } from './credentials.ts';

const firstRoles: Role[] = ['supervisor', 'custodian', 'admin', 'operator', 'editor', 'reviewer'];

export interface FirstPerson extends Issued {
  id: string;
  halves: { n: number; a: string; b: string };
}

/** Whether anybody can sign in yet; until then, and only until then, the set-up link works. */
export async function hasPeople(db: Ctx['db']): Promise<boolean> {
  return (
    (await reading(db).selectFrom('platform.person').select('id').limit(1).executeTakeFirst()) !== undefined
  );
}

/**
 * Begins an installation: recovery key, the desk's and the custodians' teams, and the first supervisor.
 * Answers what is printed once. Throws a conflict when somebody else was first.
 */
export async function makeFirstPerson(ctx: Ctx, alias: string): Promise<FirstPerson> {
  const id = randomUUID();
  const made = await prepareCredentials(ctx.db, id);
  const printed = await atomically(ctx, async (inner) => {
    if (await hasPeople(inner.db)) throw new SealError('conflict', 'auth.not-first');
    await writing(inner.db)
      .insertInto('platform.person')
      .values({ id, alias, roles: firstRoles, pub: null, pub_mac: null, state: 'active', mail_box: null })
      .execute();
    await storeCredentials(inner.db, made);
    const keyring = keyringOf(inner.db);
    const recovery = await makeRecovery(inner.db, keyring, inner.now);
    const members = [{ person: id, canGrant: true }];
    await createTeam(inner.db, keyring, { name: 'desk', members });
    await createTeam(inner.db, keyring, { name: 'custody', members });
    await changeInstallation(inner, { recovery: { n: recovery.n, confirmedOn: null } });
    inner.audit({ act: 'person.first', kind: 'person', id });
    return recovery;
  });
  made.key.priv.dispose();
  return {
    id,
    password: made.password,
    totp: made.totp,
    halves: { n: printed.n, a: printed.a, b: printed.b },
  };
}
