// SPDX-License-Identifier: EUPL-1.2
import type { Ctx } from '#platform/ctx';
import type { Db, Tx } from '#platform/db';
import {
  equalBytes,
  type Keyring,
  keyringOf,
  type PasswordKeys,
  passwordKeys,
  randomBytes,
  type Secret,
  unboxTotpSecret,
  unwrapPersonKey,
} from '#platform/seal';
import { takeChallenge } from '../passkeys/challenge.ts';
import { reading, type UnlockRow, writing } from '../tables.ts';
import { totpStep } from '../totp.ts';
import { kdfNow, type PasswordRow, passwordRow } from './password-row.ts';
import { tidyPassword } from './tidy-password.ts';

export type Who = { alias: string } | { person: string };

/** What one password opens. The caller disposes both secrets. */
export interface Opened {
  row: PasswordRow & Pick<UnlockRow, 'totp_step'>;
  /** The person's private key. */
  key: Secret;
  /** The secret of their authenticator app. */
  totp: Secret;
}

/** Opens what lies under a password, or answers null after the same work. Alone it signs nobody in. */
export async function openByPassword(db: Db, who: Who, password: string): Promise<Opened | null> {
  const row = await findRow(db, who);
  const keys = await hash(keyringOf(db), password, row);
  using kek = keys.kek;
  using totpKey = keys.totp;
  if (row === null || !equalBytes(keys.verifier, row.verifier)) return null;
  const totp = unboxTotpSecret({ totpKey, unlockId: row.id }, row.totp_box);
  return { row, totp, key: unwrapPersonKey({ person: row.user_id, unlock: row.id, kek }, row.wrapped) };
}

/** What somebody typed to show who they are. `ticket`: a passkey was shown just before, in place of the code (P3). */
export interface Proof {
  password: string;
  code: string;
  ticket: string;
}

export interface Unlocked extends Opened {
  person: string;
  /** The code's time step; null where a passkey stood for it. */
  step: number | null;
  /** The same password under the present pepper, where the row was under an older one (security.md 2.4). */
  renewed: PasswordRow | null;
}

/**
 * Opens a person's private key by password and code (P1) or by password after a passkey (P3), or answers
 * null. It counts only once `spendProof` said so inside the transaction.
 */
export async function unlockByPassword(ctx: Ctx, who: Who, proof: Proof): Promise<Unlocked | null> {
  const opened = await openByPassword(ctx.db, who, proof.password);
  if (opened === null) return null;
  const { row, key, totp } = opened;
  const step =
    proof.ticket === '' ? totpStep(totp, proof.code, { now: ctx.now, after: row.totp_step }) : null;
  if (step === null && proof.ticket === '') {
    key.dispose();
    totp.dispose();
    return null;
  }
  const keyring = keyringOf(ctx.db);
  const old = row.pepper_id !== keyring.pepper.id || row.kdf_id !== kdfNow();
  const same = {
    unlock: row.id,
    person: row.user_id,
    password: proof.password,
    issued: row.issued,
    key,
    totp,
  };
  return { ...opened, person: row.user_id, step, renewed: old ? await passwordRow(keyring, same) : null };
}

/** Uses a code or ticket up, inside the caller's transaction; false when another request was faster (N22). */
export async function spendProof(
  tx: Tx,
  now: Date,
  by: { unlocked: Unlocked; proof: Proof },
): Promise<boolean> {
  const { unlocked, proof } = by;
  if (unlocked.step === null) {
    const shown = await takeChallenge(tx, now, { value: proof.ticket, purpose: 'password' });
    if (shown?.person !== unlocked.person) return false;
  } else if (!(await advance(tx, unlocked.row.id, unlocked.step))) return false;
  if (unlocked.renewed !== null) await replaceRow(tx, unlocked.renewed);
  return true;
}

/** Puts a password, or the same one under other keys, in the place of a row. */
export async function replaceRow(tx: Tx, { id, ...columns }: PasswordRow): Promise<void> {
  await writing(tx).updateTable('platform.unlock').set(columns).where('id', '=', id).execute();
}

async function advance(tx: Tx, unlock: string, step: number): Promise<boolean> {
  const row = await writing(tx)
    .updateTable('platform.unlock')
    .set({ totp_step: step })
    .where('id', '=', unlock)
    .where((where) => where.or([where('totp_step', 'is', null), where('totp_step', '<', step)]))
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

async function findRow(db: Db, who: Who): Promise<Opened['row'] | null> {
  const rows = reading(db)
    .selectFrom('platform.unlock')
    .innerJoin('platform.person', 'platform.person.id', 'platform.unlock.user_id')
    .selectAll('platform.unlock')
    .where('platform.person.state', 'in', ['waiting', 'active'])
    .where('platform.unlock.kind', '=', 'pw');
  const named =
    'person' in who
      ? rows.where('platform.person.id', '=', who.person)
      : rows.where((is) =>
          is(is.fn('lower', ['platform.person.alias']), '=', is.fn('lower', [is.val(who.alias.trim())])),
        );
  const row = await named.executeTakeFirst();
  return row === undefined ? null : whole(row);
}

function whole(row: UnlockRow): Opened['row'] | null {
  const { kdf_id, pepper_id, salt, verifier, wrapped, totp_box, totp_step, id, user_id } = row;
  if (kdf_id === null || pepper_id === null || salt === null || verifier === null) return null;
  if (wrapped === null || totp_box === null) return null;
  const issued = row.issued === true;
  return { id, user_id, kind: 'pw', kdf_id, pepper_id, salt, verifier, wrapped, totp_box, totp_step, issued };
}

// An unknown name costs the same Argon2 as a known one.
function hash(keyring: Keyring, password: string, row: Opened['row'] | null): Promise<PasswordKeys> {
  const pepper = row === null ? keyring.pepper : keyring.pepperOf(row.pepper_id);
  const salt = row?.salt ?? randomBytes(16);
  return passwordKeys(tidyPassword(password), { salt, kdfId: row?.kdf_id ?? kdfNow() }, pepper.key);
}
