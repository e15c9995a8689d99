// SPDX-License-Identifier: EUPL-1.2
import type { Actor, Role } from '#platform/ctx';
import { type Db, transaction } from '#platform/db';
import type { Access, Identity, Session } from '#platform/http';
import { asRequest, deriveSession, openKeys, SealError } from '#platform/seal';
import { keepForm } from './kept-form.ts';
import { cookieOf, lives, type StoredKind, sessionKey } from './sessions.ts';
import { reading, writing } from './tables.ts';

interface Found {
  actor: Actor;
  session: Session;
}

const TOUCH = 60_000;

/** Who calls, found from the cookie of the route's area. Unknown, idle and ended sessions are nobody. */
export function createIdentity(db: Db): Identity {
  return {
    find: async (cookies, access, now) => {
      const kind = kindFor(access);
      if (kind === null) return null;
      const token = cookies.get(cookieOf[kind]);
      const derived = token === undefined ? null : tryDerive(token);
      if (derived === null) return null;
      const bare = { id: derived.id, key: derived.key, csrf: derived.csrf };
      if (kind === 'draft') {
        return { actor: { kind: 'public' }, session: { kind, ...bare, holder: null, freshUntil: null } };
      }
      return findStored(db, { kind, now, bare });
    },
    withKeys: (session, now, work) =>
      asRequest(async () => {
        using key = await sessionKey(db, session);
        const kind = session.kind === 'receipt' ? 'receipt' : 'person';
        using keys = await openKeys(db, { kind, id: session.holder ?? '', key, now });
        return await work(keys);
      }),
    keepTyped: (session, form, now) => keepForm(db, session, { form, now }),
  };
}

function kindFor(access: Access): StoredKind | 'draft' | null {
  if (access === 'public' || access === 'machine') return null;
  if (access === 'staff') return 'desk';
  return typeof access === 'string' ? access : 'desk';
}

function tryDerive(token: string) {
  try {
    return deriveSession(token);
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}

interface Search {
  kind: StoredKind;
  now: Date;
  bare: Pick<Session, 'id' | 'key' | 'csrf'>;
}

async function findStored(db: Db, search: Search): Promise<Found | null> {
  const { kind, now, bare } = search;
  const row = await reading(db)
    .selectFrom('platform.session')
    .select(['user_id', 'fresh_until', 'idle_until', 'absolute_until'])
    .where('id', '=', bare.id)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (row === undefined || row.idle_until <= now || row.absolute_until <= now) return null;
  const actor = await actorOf(db, kind, row.user_id);
  if (actor === null) return null;
  await touch(db, search, row.idle_until);
  return { actor, session: { kind, ...bare, holder: row.user_id, freshUntil: row.fresh_until } };
}

async function actorOf(db: Db, kind: StoredKind, holder: string | null): Promise<Actor | null> {
  if (kind === 'setup') return { kind: 'public' };
  if (holder === null) return null;
  if (kind === 'receipt') return { kind: 'reporter', receipt: holder };
  if (kind === 'family') return { kind: 'family', household: holder };
  if (kind === 'child') return { kind: 'child', device: holder };
  const person = await reading(db)
    .selectFrom('platform.person')
    .select(['id', 'alias', 'roles'])
    .where('id', '=', holder)
    .where('state', 'in', ['waiting', 'active'])
    .executeTakeFirst();
  return person === undefined
    ? null
    : { kind: 'person', id: person.id, alias: person.alias, roles: person.roles as Role[] };
}

// At most one write a minute, so that reading a page does not write a row.
async function touch(db: Db, { kind, now, bare }: Search, idleUntil: Date): Promise<void> {
  const next = new Date(now.getTime() + lives[kind].idle);
  if (next.getTime() - idleUntil.getTime() < TOUCH) return;
  await transaction(db, async (tx) => {
    await writing(tx)
      .updateTable('platform.session')
      .set({ idle_until: next })
      .where('id', '=', bare.id)
      .execute();
  });
}
