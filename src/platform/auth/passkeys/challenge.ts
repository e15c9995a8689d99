// SPDX-License-Identifier: EUPL-1.2
import type { Ctx } from '#platform/ctx';
import { type Tx, transaction } from '#platform/db';
import { fromBase64url, randomBytes, sha256, toBase64url } from '#platform/seal';
import { errors } from '../errors.ts';
import { type ChallengePurpose, writing } from '../tables.ts';

const BYTES = 32;
const LIFE = 5 * 60_000;
// Anybody may ask for a challenge before signing in; a flood of askers fills no disk.
const MOST = 10_000;

/** A challenge for a passkey, or a ticket that says one was shown. Good once, for five minutes (N23). */
export async function makeChallenge(
  ctx: Pick<Ctx, 'db' | 'now'>,
  to: { purpose: ChallengePurpose; person: string | null },
): Promise<string> {
  const value = randomBytes(BYTES);
  await transaction(ctx.db, async (tx) => {
    await writing(tx).deleteFrom('platform.passkey_challenge').where('expires_at', '<=', ctx.now).execute();
    const { n } = await writing(tx)
      .selectFrom('platform.passkey_challenge')
      .select((is) => is.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    if (Number(n) >= MOST) throw errors('busy');
    await writing(tx)
      .insertInto('platform.passkey_challenge')
      .values({ hash: sha256(value), ...to, expires_at: new Date(ctx.now.getTime() + LIFE) })
      .execute();
  });
  return toBase64url(value);
}

/** Uses a challenge up, whatever comes of it: who it was made for, or null for one that is not good. */
export async function takeChallenge(
  tx: Tx,
  now: Date,
  of: { value: string; purpose: ChallengePurpose },
): Promise<{ person: string | null } | null> {
  const bytes = fromBase64url(of.value);
  if (bytes === null || bytes.length !== BYTES) return null;
  const row = await writing(tx)
    .deleteFrom('platform.passkey_challenge')
    .where('hash', '=', sha256(bytes))
    .returning(['person', 'purpose', 'expires_at'])
    .executeTakeFirst();
  if (row === undefined || row.purpose !== of.purpose || row.expires_at <= now) return null;
  return { person: row.person };
}
