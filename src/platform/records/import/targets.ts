// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Db } from '#platform/db';
import { permanentAddress } from '../exchange/pack.ts';
import { kindOf, kinds } from '../registry.ts';
import { reading } from '../tables.ts';
import type { Draft, Incoming } from './draft.ts';

/** Under which scheme the address is kept that a record came from. */
export const FROM = 'from';

/** Who the records of a file are here, and who the records are that they link to. */
export interface Targets {
  /** The record that a draft is about; null for a new one. */
  recordOf(draft: Draft): number | null;
  /** The record behind an address or number; a stand-in for one of the drafts; null for neither. */
  idOf(address: string): number | null;
  /** The kind of a record or stand-in. */
  kindOf(id: number): string | null;
  /** Another record is called so already. */
  isTaken(alias: string, by: number): boolean;
}

/** Numbers of records that do not exist yet: no record ever has one. */
export const standIn = (row: number): number => Number.MAX_SAFE_INTEGER - row;

export async function findTargets(db: Db, drafts: readonly Draft[], origin: string): Promise<Targets> {
  const named = await aliases(db, drafts);
  const addresses = drafts.flatMap(({ parcel }) => [parcel.id, ...linked(parcel)]);
  const here = await records(db, [
    ...addresses.flatMap((address) => numberIn(address, origin) ?? []),
    ...named.values(),
  ]);
  const known = (address: string): number | null => {
    const from = named.get(`${FROM}:${address}`);
    if (from !== undefined) return from;
    const id = numberIn(address, origin);
    const kind = id === null ? undefined : here.get(id)?.kind;
    if (id === null || kind === undefined) return null;
    return /^\d+$/.test(address) || permanentAddress(origin, kind, id) === address ? id : null;
  };
  const own = assign(drafts, { named, known, here });
  const rows = new Map(drafts.map((one) => [one.parcel.id, one]));
  return {
    recordOf: (one) => own.get(one) ?? null,
    idOf: (address) => {
      const one = rows.get(address);
      return one === undefined ? known(address) : (own.get(one) ?? standIn(one.row));
    },
    kindOf: (id) => here.get(id)?.kind ?? drafts.find(({ row }) => standIn(row) === id)?.parcel.kind ?? null,
    isTaken: (alias, by) => (named.get(alias) ?? by) !== by,
  };
}

interface Known {
  named: ReadonlyMap<string, number>;
  known: (address: string) => number | null;
  here: ReadonlyMap<number, { kind: string; tongue: string }>;
}

/** By address first, then by other names; two drafts are never the same record. */
function assign(drafts: readonly Draft[], { named, known, here }: Known): Map<Draft, number> {
  const own = new Map<Draft, number>();
  const fits = (one: Draft, id: number | null | undefined): id is number => {
    const found = id == null ? undefined : here.get(id);
    if (id == null || found?.kind !== one.parcel.kind || found.tongue !== one.parcel.tongue) return false;
    return ![...own.values()].includes(id);
  };
  const byNames = ({ parcel }: Draft) => namesOf(parcel).map((name) => named.get(name));
  for (const find of [(one: Draft) => [known(one.parcel.id)], byNames])
    for (const one of drafts) {
      const id = own.has(one) ? undefined : find(one).find((found) => fits(one, found));
      if (typeof id === 'number') own.set(one, id);
    }
  return own;
}

/** Every name by which a parcel may be known here, its own identifiers last. */
export function namesOf(parcel: Incoming): string[] {
  const declared = kinds().find(({ name }) => name === parcel.kind);
  const identifiers = (declared?.identifiers ?? []).map((field) => parcel.facts[field]);
  return [
    ...parcel.aliases,
    ...identifiers.flatMap((value) => (typeof value === 'string' ? [`${parcel.kind}:${value}`] : [])),
  ];
}

/** The addresses that a parcel links to. */
function linked({ facts, successor }: Incoming): string[] {
  const values: unknown[] = Object.values(facts).flat();
  const texts = values.filter((value) => typeof value === 'string' && value.length <= 300);
  return [...(texts as string[]), ...(successor === undefined ? [] : [successor])];
}

function numberIn(address: string, origin: string): number | null {
  const path = address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
  const found = /^(?:\/[\w-]+\/[\w-]+\/)?([1-9]\d{0,14})$/.exec(path);
  return found === null ? null : Number(found[1]);
}

async function aliases(db: Db, drafts: readonly Draft[]): Promise<Map<string, number>> {
  const wanted = drafts.flatMap(({ parcel }) => [
    ...[parcel.id, ...linked(parcel)].map((address) => `${FROM}:${address}`),
    ...namesOf(parcel),
  ]);
  const names = [...new Set(wanted)];
  if (names.length === 0) return new Map();
  const { rows } = await sql<{ name: string; record: number }>`
    select n as name, a.record from unnest(${names}::text[]) n
    join records.alias a on a.scheme = split_part(n, ':', 1) and a.value = substr(n, strpos(n, ':') + 1)`.execute(
    reading(db),
  );
  return new Map(rows.map(({ name, record }) => [name, Number(record)]));
}

async function records(
  db: Db,
  ids: readonly number[],
): Promise<Map<number, { kind: string; tongue: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await reading(db)
    .selectFrom('records.record')
    .select(['id', 'kind', 'tongue'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  const mounted = new Set(kinds().map(({ name }) => name));
  return new Map(rows.filter(({ kind }) => mounted.has(kind)).map(({ id, ...row }) => [Number(id), row]));
}

/** Whether a link of this field may name a record of this kind. */
export const mayName = (kind: string, field: string, target: string): boolean =>
  kindOf(kind).fields[field]?.to.includes(target) === true;
