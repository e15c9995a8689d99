// SPDX-License-Identifier: EUPL-1.2
import { aliasesOf } from '#platform/auth';
import type { Db } from '#platform/db';
import type { PartLine } from '../desk/work-view.ts';
import { reading } from '../tables.ts';

/** The parts of a record with who saved them last and what readers see of them: facts, original, the others. */
export async function partLines(db: Db, record: { id: number; tongue: string }): Promise<PartLine[]> {
  const rows = await reading(db)
    .selectFrom('records.part as p')
    .leftJoin('records.revision as v', (join) =>
      join.onRef('v.record', '=', 'p.record').onRef('v.lang', '=', 'p.lang').onRef('v.rev', '=', 'p.rev'),
    )
    .select(['p.lang', 'p.rev', 'p.live_rev', 'p.todo', 'p.stale', 'p.machine', 'v.by', 'v.at'])
    .where('p.record', '=', record.id)
    .execute();
  const names = await aliasesOf(
    db,
    rows.map(({ by }) => by),
  );
  const place = (lang: string) => (lang === '' ? 0 : lang === record.tongue ? 1 : 2);
  return rows
    .map(({ live_rev, by, ...part }) => ({
      ...part,
      liveRev: live_rev,
      by: by === null ? null : (names.get(by) ?? null),
    }))
    .sort((a, b) => place(a.lang) - place(b.lang) || (a.lang < b.lang ? -1 : 1));
}
