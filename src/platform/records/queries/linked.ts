// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import type { Field, Row } from '../kind/fields.ts';
import type { Kind } from '../kind/kind.ts';
import { backKey } from '../pages/labels.ts';
import type { RecordView } from '../pages/record-view.ts';
import type { Face, Facts, Level } from '../record.ts';
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
  return record.kind.backlinks.map((from) => ({
    key: backKey(record.kind, from),
    links: lines
      .filter((line) => line.kind === from.kind && line.field === from.field)
      .flatMap(({ id }) => titles.get(id) ?? []),
  }));
}
