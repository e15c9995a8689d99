// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { unboxData } from '../crypto/box.ts';
import { context } from '../crypto/contexts.ts';
import { openKey } from '../crypto/hpke.ts';
import type { Secret } from '../crypto/secret.ts';
import { SealError } from '../errors.ts';
import { reading } from '../tables.ts';
import { type Keys, ownKey, teamKey } from './keys.ts';
import { type ObjectKind, readKind } from './kinds.ts';

/** `plain` is the caller's: text made of it cannot be wiped, the bytes can. */
export type OpenedObject = { id: string; kind: ObjectKind; plain: Buffer };

export type SealRow = {
  object_id: string;
  to_kind: 'team' | 'receipt' | 'user';
  to_id: string;
  epoch: number;
  sealed: Buffer;
  expires: Date | null;
};

/**
 * Opens one object with what this request holds. Throws `seal.no-object` (not-found), `seal.no-key`
 * (not-allowed) when none of its seals is for the holder or a lease has ended, `seal.outside-request`.
 */
export async function openObject(db: Db, keys: Keys, id: string): Promise<OpenedObject> {
  const [row] = await objectRows(db, [id]);
  if (row === undefined) throw new SealError('not-found', 'seal.no-object');
  const seal = usableSeal(keys, await sealRows(db, [id]));
  if (seal === undefined) throw new SealError('not-allowed', 'seal.no-key');
  return openRow(keys, row, seal);
}

/** Opens those of many objects that the holder can open; the others are left out. For lists and search. */
export async function openObjects(
  db: Db,
  keys: Keys,
  ids: readonly string[],
): Promise<Map<string, OpenedObject>> {
  const opened = new Map<string, OpenedObject>();
  if (ids.length === 0) return opened;
  const seals = Map.groupBy(await sealRows(db, ids), (seal) => seal.object_id);
  for (const row of await objectRows(db, ids)) {
    const seal = usableSeal(keys, seals.get(row.id) ?? []);
    if (seal !== undefined) opened.set(row.id, await openRow(keys, row, seal));
  }
  return opened;
}

/** The object key behind one seal. The caller disposes it. */
export async function openContentKey(keys: Keys, seal: SealRow): Promise<Secret> {
  const { object_id: object, to_id: to } = seal;
  if (seal.to_kind === 'team') {
    const at = { team: to, epoch: seal.epoch };
    return openKey({ priv: await teamKey(keys, at), context: context.objectToTeam(object, at) }, seal.sealed);
  }
  const where =
    seal.to_kind === 'receipt' ? context.objectToReceipt(object, to) : context.objectToUser(object, to);
  return openKey({ priv: ownKey(keys), context: where }, seal.sealed);
}

/** The seal of these that the holder can open now, a team's before a lease. */
export function usableSeal(keys: Keys, seals: readonly SealRow[]): SealRow | undefined {
  const mine = (seal: SealRow) => seal.to_id === keys.holder.id;
  if (keys.holder.kind === 'receipt') {
    return seals.find((seal) => seal.to_kind === 'receipt' && mine(seal));
  }
  return (
    seals.find((seal) => seal.to_kind === 'team' && keys.holds({ team: seal.to_id, epoch: seal.epoch })) ??
    seals.find((seal) => seal.to_kind === 'user' && mine(seal) && lives(seal, keys.now))
  );
}

function lives({ expires }: SealRow, now: Date): boolean {
  return expires !== null && expires > now;
}

export function sealRows(db: Db, ids: readonly string[]): Promise<SealRow[]> {
  return reading(db).selectFrom('platform.seal').selectAll().where('object_id', 'in', ids).execute();
}

type ObjectRow = { id: string; kind: string; box: Buffer };

function objectRows(db: Db, ids: readonly string[]): Promise<ObjectRow[]> {
  return reading(db)
    .selectFrom('platform.object')
    .select(['id', 'kind', 'box'])
    .where('id', 'in', ids)
    .execute();
}

async function openRow(keys: Keys, row: ObjectRow, seal: SealRow): Promise<OpenedObject> {
  using contentKey = await openContentKey(keys, seal);
  const kind = readKind(row.kind);
  return {
    id: row.id,
    kind,
    plain: unboxData({ key: contentKey, context: context.data(kind, row.id) }, row.box),
  };
}
