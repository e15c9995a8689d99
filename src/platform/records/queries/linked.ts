// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import type { Field, Row } from '../kind/fields.ts';
import type { Kind } from '../kind/kind.ts';
import { backKey } from '../pages/labels.ts';
import type { RecordView } from '../pages/record-view.ts';
import type { Face, Facts, Level } from '../record.ts';
import { kindOf } from '../registry.ts';
import { readRecords } from '../store/read.ts';
import { backlinksTo, linkedTitles } from '../store/titles.ts';

/** Every record that the facts of another name, in rows too. */
export function linkedIds(kind: Kind, facts: Facts): number[] {
  return [...new Set(Object.entries(kind.fields).flatMap(([name, field]) => idsIn(field, facts[name])))];
}

function idsIn(field: Field, value: unknown): number[] {
  if (value === undefined) return [];
  if (field.as === 'link' || field.as === 'links') return [value].flat().map(Number);
  if (field.as !== 'rows') return [];
  const cells = Object.entries(field.cells);
  return (value as Row[]).flatMap((row) => cells.flatMap(([cell, inner]) => idsIn(inner, row[cell])));
}

export interface Reader {
  lang: string;
  face: Face;
  level: Level;
}

/** The records that link here, by the backlinks that the kind shows. */
export async function backlinkGroups(
  db: Db,
  record: { kind: Kind; id: number },
  reader: Reader,
): Promise<RecordView['backlinks']> {
  const lines = await backlinksTo(db, record.id, reader);
  const titles = await linkedTitles(
    db,
    lines.map(({ id }) => id),
    reader,
  );
  return Promise.all(
    record.kind.backlinks.map(async (from) => {
      const found = lines.filter((line) => line.kind === from.kind && line.field === from.field);
      const parts = found.map(({ id }) => id);
      const ids = await inTheirOrder(db, from, { ids: parts, reader });
      return { key: backKey(record.kind, from), links: ids.flatMap((id) => titles.get(id) ?? []) };
    }),
  );
}

/** The parts of a whole as the whole counts them; others stay as they are. */
async function inTheirOrder(
  db: Db,
  from: Kind['backlinks'][number],
  { ids, reader }: { ids: readonly number[]; reader: Reader },
): Promise<readonly number[]> {
  const { partOf } = kindOf(from.kind);
  const order = partOf?.field === from.field ? partOf.order : null;
  if (order === null || ids.length < 2) return ids;
  const parts = await readRecords(db, ids, reader);
  return parts.sort((a, b) => Number(a.facts[order]) - Number(b.facts[order])).map(({ id }) => id);
}
