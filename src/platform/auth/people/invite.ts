// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { atomically, type Ctx, type Role, type TxCtx } from '#platform/ctx';
import type { Db, Tx } from '#platform/db';
import { fromBase64url, randomBytes, sha256, toBase64url } from '#platform/seal';
import { errors } from '../errors.ts';
import { type InviteKind, reading, writing } from '../tables.ts';
import { clash } from './team-roles.ts';

/** Where a link leads, without the place's origin. Whoever opens it reads their own language. */
export const invitePath = (token: string): string => `/desk/invite/${token}`;

const BYTES = 32;
const LIFE = 48 * 3_600_000;

/** A link that works once: what stands behind `/desk/invite/`. Only its hash is stored. */
export interface Invitation {
  person: string;
  token: string;
  expiresAt: Date;
}

/** Whether nobody who is here is called so; capitals make no difference. */
export async function isNameFree(db: Db, alias: string): Promise<boolean> {
  const row = await reading(db)
    .selectFrom('platform.person')
    .select('id')
    .where((is) => is(is.fn('lower', ['alias']), '=', is.fn('lower', [is.val(alias)])))
    .where('state', '<>', 'left')
    .executeTakeFirst();
  return row === undefined;
}

/**
 * Writes down that somebody may come, with roles that count once they are here and, where these open cases,
 * once a member gave them the keys. Answers a link for 48 hours. Whoever calls it gives no key (N17, N18).
 */
export async function createPerson(
  ctx: Ctx,
  person: { alias: string; roles: readonly Role[] },
): Promise<Invitation> {
  const id = randomUUID();
  return atomically(ctx, async (inner) => {
    if (clash(person.roles)) throw errors('roles-clash');
    if (!(await isNameFree(inner.db, person.alias))) throw errors('name-taken');
    await writing(inner.db)
      .insertInto('platform.person')
      .values({ id, alias: person.alias, roles: [], asked: [...person.roles], state: 'invited' })
      .execute();
    inner.audit({ act: 'person.invite', kind: 'person', id, code: person.roles.join(',') });
    return makeInvitation(inner, id, 'join');
  });
}

/** Makes the one live link of a person; an older one stops working. */
export async function makeInvitation(ctx: TxCtx, person: string, kind: InviteKind): Promise<Invitation> {
  const token = randomBytes(BYTES);
  const row = { kind, token_hash: sha256(token), expires_at: new Date(ctx.now.getTime() + LIFE) };
  await writing(ctx.db)
    .insertInto('platform.invite')
    .values({ person, ...row })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
    .execute();
  return { person, token: toBase64url(token), expiresAt: row.expires_at };
}

export interface OpenInvitation {
  person: string;
  alias: string;
  kind: InviteKind;
  /** What the person is to be. */
  roles: Role[];
}

/** Who a link is for. Throws `auth.link-ended` for one that was used, replaced, too old or never ours. */
export async function findInvitation(db: Db, now: Date, token: string): Promise<OpenInvitation> {
  const row = await reading(db)
    .selectFrom('platform.invite as invite')
    .innerJoin('platform.person as person', 'person.id', 'invite.person')
    .select(['person.id', 'person.alias', 'person.roles', 'person.asked', 'invite.kind'])
    .where('invite.token_hash', '=', hashOf(token))
    .where('invite.expires_at', '>', now)
    .where('person.state', '<>', 'left')
    .executeTakeFirst();
  if (row === undefined) throw errors('link-ended');
  return { person: row.id, alias: row.alias, kind: row.kind, roles: (row.asked ?? row.roles) as Role[] };
}

/** Uses a link up. Of two who press at once, one gets `auth.link-ended`. */
export async function spendInvitation(tx: Tx, token: string): Promise<void> {
  const spent = await writing(tx)
    .deleteFrom('platform.invite')
    .where('token_hash', '=', hashOf(token))
    .returning('person')
    .executeTakeFirst();
  if (spent === undefined) throw errors('link-ended');
}

function hashOf(token: string): Buffer {
  const bytes = fromBase64url(token);
  if (bytes === null || bytes.length !== BYTES) throw errors('link-ended');
  return sha256(bytes);
}
