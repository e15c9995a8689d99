// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Ctx } from '#platform/ctx';
import { type Keys, openObject, openObjects } from '#platform/seal';
import { errors } from '../errors.ts';
import { defang, readAddress } from '../rules/address.ts';
import { type RowAnswer, reading } from '../tables.ts';

const sealedAddress = z.object({ v: z.literal(1), address: z.string() });

/** The keys of this request. Throws `cases.need-keys` in a route that did not ask for them. */
export function keysOf(ctx: Ctx): Keys {
  if (ctx.keys === null) throw errors('need-keys');
  return ctx.keys;
}

/** Reads what an object holds and wipes its bytes. */
export function wiped<T>(plain: Buffer, shape: z.ZodType<T>): T {
  try {
    return shape.parse(JSON.parse(plain.toString('utf8')));
  } finally {
    plain.fill(0);
  }
}

/** One address of a case as the desk sees it: text, never a link. */
export interface CaseAddress {
  itemId: string;
  reportId: string;
  address: string;
  /** For copying: hxxps://chat[.]example */
  harmless: string;
  row: number | null;
  answer: RowAnswer | null;
  /** Other cases that know it. */
  elsewhere: { id: string; closed: boolean; harm: string | null }[];
}

/** Addresses of a case, `most` from `from` on, in the order of the reports' lists. Needs the desk's keys. */
export async function caseAddresses(
  ctx: Ctx,
  { caseId, from = 0, most = 50 }: { caseId: string; from?: number; most?: number },
): Promise<CaseAddress[]> {
  const rows = await sightings(ctx, caseId)
    .select(['s.item_id', 's.report_id', 's.row_n', 's.answer', 'i.address_id'])
    .orderBy('r.joined_at')
    .orderBy('s.row_n')
    .orderBy('i.found_at')
    .orderBy('i.id')
    .offset(from)
    .limit(most)
    .execute();
  const addresses = await openAddresses(
    ctx,
    rows.map(({ address_id }) => address_id),
  );
  const elsewhere = await knownElsewhere(ctx, { caseId, items: rows.map(({ item_id }) => item_id) });
  return rows.flatMap((row) => {
    const address = addresses.get(row.address_id);
    if (address === undefined) return [];
    return {
      itemId: row.item_id,
      reportId: row.report_id,
      address,
      harmless: defang(address),
      row: row.row_n,
      answer: row.answer,
      elsewhere: elsewhere.get(row.item_id) ?? [],
    };
  });
}

/** Opens each address once, for two reports may have seen the same one. */
async function openAddresses(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const opened = await openObjects(ctx.db, keysOf(ctx), [...new Set(ids)]);
  return new Map([...opened].map(([id, { plain }]) => [id, wiped(plain, sealedAddress).address]));
}

export async function countAddresses(ctx: Ctx, caseId: string): Promise<number> {
  const { n } = await sightings(ctx, caseId)
    .select((is) => is.fn.countAll().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}

function sightings(ctx: Ctx, caseId: string) {
  return reading(ctx.db)
    .selectFrom('cases.sighting as s')
    .innerJoin('cases.report as r', 'r.report_id', 's.report_id')
    .innerJoin('cases.item as i', 'i.id', 's.item_id')
    .where('r.case_id', '=', caseId);
}

async function knownElsewhere(ctx: Ctx, { caseId, items }: { caseId: string; items: readonly string[] }) {
  const known = new Map<string, CaseAddress['elsewhere']>();
  if (items.length === 0) return known;
  const rows = await reading(ctx.db)
    .selectFrom('cases.sighting as s')
    .innerJoin('cases.report as r', 'r.report_id', 's.report_id')
    .innerJoin('cases.case as c', 'c.id', 'r.case_id')
    .select(['s.item_id', 'c.id', 'c.state', 'c.harm'])
    .distinct()
    .where('s.item_id', 'in', items)
    .where('c.id', '<>', caseId)
    .where('c.restricted_at', 'is', null)
    .execute();
  for (const { item_id, id, state, harm } of rows) {
    known.set(item_id, [...(known.get(item_id) ?? []), { id, closed: state === 'closed', harm }]);
  }
  return known;
}

/** One address of a case, with its host. Throws `cases.not-found` where the case has it not, or it has no host. */
export async function openAddress(
  ctx: Ctx,
  { caseId, itemId }: { caseId: string; itemId: string },
): Promise<{ address: string; host: string; hasPath: boolean }> {
  const row = await sightings(ctx, caseId)
    .select('i.address_id')
    .where('i.id', '=', itemId)
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) throw errors('not-found');
  const { plain } = await openObject(ctx.db, keysOf(ctx), row.address_id);
  const { address } = wiped(plain, sealedAddress);
  const read = readAddress(address);
  if (read === null) throw errors('not-found');
  return { address, host: read.host, hasPath: read.hasPath };
}
