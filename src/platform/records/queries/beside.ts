// SPDX-License-Identifier: EUPL-1.2
import { aliasesOf } from '#platform/auth';
import type { Db } from '#platform/db';
import { hashOf } from '../change/units.ts';
import type { UnitBeside } from '../desk/beside.tsx';
import type { FullRecord, UnitState, Words } from '../record.ts';
import { bodyAt } from '../store/read.ts';

// A text that was changed more often since it was translated is shown without its difference.
const FAR_BACK = 30;

/** Each unit of the original beside what one language has of it. */
export async function besideUnits(
  db: Db,
  asked: { record: FullRecord; lang: string; mayCheck: boolean },
): Promise<Record<string, UnitBeside>> {
  const { record, lang, mayCheck } = asked;
  const original = record.words[record.tongue]?.body ?? {};
  const units = record.words[lang]?.units ?? {};
  const stale = Object.entries(units).filter(([, { since }]) => since !== undefined);
  const before = await translatedFrom(db, record, Object.fromEntries(stale));
  const names = await aliasesOf(
    db,
    Object.values(units).map(({ by }) => by),
  );
  const sides = Object.entries(original).map(([unit, text]): [string, UnitBeside] => {
    const state = units[unit] ?? null;
    const by = state?.by == null ? null : (names.get(state.by) ?? null);
    return [unit, { original: text, before: before[unit] ?? null, state, by, mayCheck }];
  });
  return Object.fromEntries(sides);
}

/** The original's text from which each unit was translated, where a revision still says it. */
async function translatedFrom(db: Db, record: FullRecord, units: Record<string, UnitState>): Promise<Words> {
  const found: Words = {};
  const newest = record.words[record.tongue]?.rev ?? 0;
  for (let rev = newest - 1; rev > 0 && rev >= newest - FAR_BACK; rev--) {
    const missing = Object.entries(units).filter(([unit]) => !(unit in found));
    if (missing.length === 0) break;
    const old = await bodyAt(db, record.id, { lang: record.tongue, rev });
    for (const [unit, { of }] of missing) {
      const text = old?.body[unit];
      if (typeof text === 'string' && hashOf(text) === of) found[unit] = text;
    }
  }
  return found;
}
