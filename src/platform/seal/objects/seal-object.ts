// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { Tx } from '#platform/db';
import { boxData } from '../crypto/box.ts';
import { randomBytes } from '../crypto/bytes.ts';
import { context } from '../crypto/contexts.ts';
import { sealKey } from '../crypto/hpke.ts';
import { Secret } from '../crypto/secret.ts';
import { SealError } from '../errors.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { writing } from '../tables.ts';
import { requireMark, teamToSealTo } from '../teams/checked-keys.ts';
import type { TeamName } from '../teams/team-name.ts';
import { leastLength, type ObjectKind, requireRecipients } from './kinds.ts';

const CONTENT_KEY = 32;

/** A receipt's public side, as its row holds it. */
export type ReceiptPublic = { id: string; pub: Uint8Array; pub_mac: Uint8Array };

export type NewObject = {
  kind: ObjectKind;
  /** A random UUIDv4; made when left out. */
  id?: string;
  plain: Uint8Array;
  /** Always a team. A receipt with `message.out`, and only there. */
  to: { team: TeamName; receipt?: ReceiptPublic };
  /** Day (YYYY-MM-DD) after which retention deletes it. */
  deleteAfter?: string;
};

/**
 * Seals one thing and returns its id. Needs no key that opens anything, so intake and jobs may call it.
 * Throws `seal.registry` (unavailable) when a public key lacks its mark: the intake is closed then, and
 * `seal.intake-closed` until a person reopened it.
 */
export async function sealObject(tx: Tx, keyring: Keyring, object: NewObject): Promise<string> {
  const { kind, to } = object;
  requireRecipients(kind, { team: to.team, receipt: to.receipt !== undefined });
  if (keyring.intake.alarm !== null) throw new SealError('unavailable', 'seal.intake-closed');
  const team = await teamToSealTo(tx, keyring, to.team);
  const id = object.id ?? randomUUID();
  using contentKey = new Secret(randomBytes(CONTENT_KEY));
  const place = { key: contentKey, context: context.data(kind, id), min: leastLength(kind) };
  await writing(tx)
    .insertInto('platform.object')
    .values({
      id,
      kind,
      box: boxData(place, object.plain),
      delete_after: object.deleteAfter ?? null,
      hold: false,
    })
    .execute();
  const toTeam = { pub: team.pub, context: context.objectToTeam(id, team) };
  const sealed = await sealKey(toTeam, contentKey);
  await writing(tx)
    .insertInto('platform.seal')
    .values({ object_id: id, to_kind: 'team', to_id: team.team, epoch: team.epoch, sealed })
    .execute();
  if (to.receipt !== undefined) await sealToReceipt(tx, keyring, { id, contentKey, receipt: to.receipt });
  return id;
}

async function sealToReceipt(
  tx: Tx,
  keyring: Keyring,
  { id, contentKey, receipt }: { id: string; contentKey: Secret; receipt: ReceiptPublic },
): Promise<void> {
  requireMark(keyring, { kind: 'receipt', id: receipt.id, pub: receipt.pub }, receipt.pub_mac);
  const to = { pub: receipt.pub, context: context.objectToReceipt(id, receipt.id) };
  await writing(tx)
    .insertInto('platform.seal')
    .values({
      object_id: id,
      to_kind: 'receipt',
      to_id: receipt.id,
      epoch: 0,
      sealed: await sealKey(to, contentKey),
    })
    .execute();
}
