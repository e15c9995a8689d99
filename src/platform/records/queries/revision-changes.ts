// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import type { View } from '#platform/ui';
import { diff } from '../change/diff.ts';
import type { Kind } from '../kind/kind.ts';
import { fieldKey, label } from '../pages/labels.ts';
import { type Piece, wordDiff } from '../pages/word-diff.ts';
import { valueText } from './value-text.ts';

interface Two {
  kind: Kind;
  view: View;
  /** '' for the facts. */
  lang: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/** What differs between two bodies of one part, unit by unit and word by word. */
export async function revisionChanges(
  db: Db,
  { kind, view, lang, before, after }: Two,
): Promise<{ label: string; pieces: Piece[] }[]> {
  const changes = diff(kind, before, after);
  const values = changes.flatMap(({ unit, ...sides }) =>
    [sides.before, sides.after].map((one) => [unit, one] as const),
  );
  const say = await valueText(db, { kind, view, values: values.map(([unit, one]) => [unit, one]) });
  return changes.map(({ unit, ...sides }) => ({
    label: label(view, fieldKey(kind, unit)),
    pieces: wordDiff(say(unit, sides.before), say(unit, sides.after), lang),
  }));
}
