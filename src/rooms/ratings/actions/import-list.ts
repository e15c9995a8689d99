// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import { mayImport } from '../access.ts';
import { errors } from '../errors.ts';
import { orderSnapshot } from '../jobs/order-snapshot.ts';
import { findList, knownCategory, type ListPart, readingOf } from '../lists/list-files.ts';
import { type ListCounts, noCounts, readList } from '../lists/read-list.ts';
import { type RefusalCounts, refusedTotal } from '../lists/refusals.ts';
import { type ListFormat, writing } from '../tables.ts';
import { findSource, type SourceRow } from './find-source.ts';
import { settleClaims, stage } from './store-claims.ts';

/** Whose list it is. A source is known by its name; sources that copy each other are one `group`, one voice. */
export interface ListOrigin {
  source: string;
  licence: string;
  /** Left out: the source is a group of its own. */
  group?: string;
}

/** How far a reading is. `size` is null where the end cannot be known. */
export interface ImportProgress {
  lines: number;
  claims: number;
  refused: number;
  bytes: number;
  size: number | null;
}

interface Watched extends ListOrigin {
  onProgress?: (progress: ImportProgress) => void;
}

export interface ListOrder extends Watched {
  stream: AsyncIterable<Uint8Array>;
  format: ListFormat;
  category: string;
}

export interface PathOrder extends Watched {
  path: string;
  format: ListFormat;
  /** Needed but for UT1 folders, whose names say it. */
  category: string | null;
}

/** What a reading came to. `said` = claims read; `added`, `kept` and `gone` are against the reading before. */
export interface ImportSummary {
  source: string;
  lines: number;
  said: number;
  added: number;
  kept: number;
  gone: number;
  refused: RefusalCounts;
  /** Folders of a collection that are not read. */
  left: string[];
  seconds: number;
}

/** Reads one list from a stream. See {@link importPath}. */
export async function importList(ctx: Ctx, order: ListOrder): Promise<ImportSummary> {
  const part: ListPart = {
    category: knownCategory(order.category),
    ...readingOf(order.format),
    stream: order.stream,
    size: null,
  };
  return importParts(ctx, order, { parts: [part], left: [] });
}

/**
 * Reads a list from the disk: a file, or UT1 folders. The whole list replaces what the same source said before about
 * the same categories; either all of it is stored or nothing. One audit line, and a new snapshot is ordered.
 * Throws `ratings.not-allowed`, `ratings.no-category`, `ratings.no-licence`, `ratings.no-list`, `ratings.other-format`.
 */
export async function importPath(ctx: Ctx, order: PathOrder): Promise<ImportSummary> {
  return importParts(ctx, order, findList(order));
}

async function importParts(
  ctx: Ctx,
  order: Watched & { format: ListFormat },
  { parts, left }: { parts: ListPart[]; left: string[] },
): Promise<ImportSummary> {
  if (!mayImport(ctx.actor)) throw errors('not-allowed');
  if (order.licence.trim() === '' || order.source.trim() === '') throw errors('no-licence');
  const started = performance.now();
  return atomically(ctx, async (inner) => {
    const categories = [...new Set(parts.map(({ category }) => category.id))];
    const source = await findSource(inner, {
      ...order,
      category: categories.length === 1 ? (categories[0] ?? null) : null,
    });
    const counts = noCounts();
    const size = parts.some((part) => part.size === null)
      ? null
      : parts.reduce((sum, part) => sum + (part.size ?? 0), 0);
    for (const part of parts) {
      for await (const batch of readList(part.stream, part.parse, counts)) {
        await stage(inner.db, { source: source.number, part, batch });
        order.onProgress?.(progressOf(counts, size));
      }
    }
    const changes = await settleClaims(inner, { source: source.number, categories });
    if (changes.repeated > 0) counts.refused.duplicate = { count: changes.repeated, examples: [] };
    const seconds = (performance.now() - started) / 1000;
    await storeRun(inner, { source, counts, changes, categories, seconds });
    inner.audit({ act: 'ratings.import', kind: 'ratings.source', id: source.id, code: order.format });
    await orderSnapshot(inner.db);
    const { added, kept, gone } = changes;
    return {
      source: source.id,
      lines: counts.lines,
      said: counts.claims,
      added,
      kept,
      gone,
      refused: counts.refused,
      left,
      seconds,
    };
  });
}

function progressOf(counts: ListCounts, size: number | null): ImportProgress {
  const { lines, claims, bytes, refused } = counts;
  return { lines, claims, bytes, refused: refusedTotal(refused), size };
}

interface Run {
  source: SourceRow;
  counts: ListCounts;
  changes: { added: number; kept: number; gone: number };
  categories: number[];
  seconds: number;
}

async function storeRun(ctx: TxCtx, { source, counts, changes, categories, seconds }: Run): Promise<void> {
  await writing(ctx.db)
    .insertInto('ratings.run')
    .values({
      id: randomUUID(),
      source_id: source.id,
      at: ctx.now,
      seconds,
      lines: counts.lines,
      silent: counts.silent,
      said: counts.claims,
      added: changes.added,
      kept: changes.kept,
      gone: changes.gone,
      refused: JSON.stringify(counts.refused),
      categories,
    })
    .execute();
  await writing(ctx.db)
    .updateTable('ratings.source')
    .set({ read_at: ctx.now })
    .where('id', '=', source.id)
    .execute();
}
