// SPDX-License-Identifier: EUPL-1.2
import { type Db, type Tx, transaction } from '#platform/db';
import { type CookieName, clearCookie, type Session, setCookie } from '#platform/http';
import {
  deriveSession,
  newSessionToken,
  type Secret,
  unwrapFromSession,
  wrapForSession,
} from '#platform/seal';
import { rebox } from './kept-form.ts';
import { reading, writing } from './tables.ts';

export type StoredKind = 'receipt' | 'family' | 'child' | 'desk' | 'setup';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Idle and absolute life by kind (security.md 2.3). */
export const lives: Record<StoredKind, { idle: number; absolute: number }> = {
  receipt: { idle: 15 * MINUTE, absolute: HOUR },
  family: { idle: 30 * MINUTE, absolute: 12 * HOUR },
  // The child's page stays claimed on its own device; it shows rules only and holds no key (H8).
  child: { idle: 90 * 24 * HOUR, absolute: 365 * 24 * HOUR },
  desk: { idle: 15 * MINUTE, absolute: 10 * HOUR },
  setup: { idle: 30 * MINUTE, absolute: 4 * HOUR },
};

export const FRESH = 5 * MINUTE;

export const cookieOf: Record<StoredKind | 'draft', CookieName> = {
  draft: '__Host-rowan',
  receipt: '__Host-rowan',
  family: '__Host-home',
  child: '__Host-home',
  desk: '__Host-desk',
  setup: '__Host-desk',
};

export interface NewSession {
  kind: StoredKind;
  holder: string | null;
  /** A private key that lies in the row only as ciphertext; its key is in the cookie. */
  privateKey?: Secret;
  fresh?: boolean;
}

/** Starts a session and answers the Set-Cookie line. A desk session ends the person's other ones. */
export async function startSession(tx: Tx, now: Date, session: NewSession): Promise<string> {
  const token = newSessionToken();
  using derived = deriveSession(token);
  const life = lives[session.kind];
  if (session.kind === 'desk') {
    await writing(tx)
      .deleteFrom('platform.session')
      .where('kind', '=', 'desk')
      .where('user_id', '=', session.holder)
      .execute();
  }
  await writing(tx)
    .insertInto('platform.session')
    .values({
      id: derived.id,
      kind: session.kind,
      user_id: session.holder,
      wrapped: session.privateKey === undefined ? null : wrapForSession(derived, session.privateKey),
      fresh_until: session.fresh === true ? new Date(now.getTime() + FRESH) : null,
      idle_until: new Date(now.getTime() + life.idle),
      absolute_until: new Date(now.getTime() + life.absolute),
    })
    .execute();
  return setCookie(cookieOf[session.kind], token);
}

/**
 * Gives a session another token after its holder showed again who they are: the old cookie is worth nothing
 * from then on (N28). It does not live longer than it would have.
 */
export async function renewSession(tx: Tx, now: Date, session: Session): Promise<string> {
  const old = await writing(tx)
    .deleteFrom('platform.session')
    .where('id', '=', session.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const token = newSessionToken();
  using derived = deriveSession(token);
  const kind = session.kind === 'draft' ? 'desk' : session.kind;
  await writing(tx)
    .insertInto('platform.session')
    .values({
      ...old,
      id: derived.id,
      wrapped: old.wrapped === null ? null : rewrap(session, derived, old.wrapped),
      kept: old.kept === null ? null : rebox(session, derived, old.kept),
      fresh_until: new Date(now.getTime() + FRESH),
      idle_until: new Date(now.getTime() + lives[kind].idle),
    })
    .execute();
  return setCookie(cookieOf[kind], token);
}

function rewrap(from: Session, to: Parameters<typeof wrapForSession>[0], wrapped: Buffer): Buffer {
  using key = unwrapFromSession(from, wrapped);
  return wrapForSession(to, key);
}

/** The private key that lies in a session's row, opened by its cookie. The caller disposes it. */
export async function sessionKey(db: Db, session: Session): Promise<Secret> {
  const row = await reading(db)
    .selectFrom('platform.session')
    .select('wrapped')
    .where('id', '=', session.id)
    .executeTakeFirst();
  if (row?.wrapped == null) throw new TypeError('this session holds no key');
  return unwrapFromSession(session, row.wrapped);
}

/** Ends a session; the answer carries the cookie line that forgets it. */
export async function endSession(tx: Tx, session: Session): Promise<string> {
  await writing(tx).deleteFrom('platform.session').where('id', '=', session.id).execute();
  return clearCookie(cookieOf[session.kind]);
}

/** Ends every session of one person, household or receipt. */
export async function endAllSessions(tx: Tx, holder: string): Promise<void> {
  await writing(tx).deleteFrom('platform.session').where('user_id', '=', holder).execute();
}

/** Removes sessions whose time is over; reading checks the time itself, so this is only tidiness. */
export async function sweepSessions(db: Db, now: Date): Promise<void> {
  await transaction(db, async (tx) => {
    await writing(tx)
      .deleteFrom('platform.session')
      .where((where) => where.or([where('idle_until', '<', now), where('absolute_until', '<', now)]))
      .execute();
    await writing(tx)
      .updateTable('platform.session')
      .set({ kept: null, kept_until: null })
      .where('kept_until', '<=', now)
      .execute();
  });
}

/** How many sessions one holder has now, for "end all". */
export async function countSessions(db: Db, holder: string, now: Date): Promise<number> {
  const rows = await reading(db)
    .selectFrom('platform.session')
    .select('id')
    .where('user_id', '=', holder)
    .where('idle_until', '>', now)
    .where('absolute_until', '>', now)
    .execute();
  return rows.length;
}
