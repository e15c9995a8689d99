// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { type Row, readRecords, searchRecords, termWords } from '#platform/records';
import type { View } from '#platform/ui';
import { named, wordsOf } from './walk.ts';

const MOST = 200;

/** A draft law with the way it has come. */
export interface FollowedLaw {
  id: number;
  title: string;
  lang: string;
  proposer: string;
  stage: string;
  /** Oldest first. */
  steps: readonly { on: string; stage: string; what: string }[];
}

/** Every published draft law, that which moved last first. */
export async function followedLaws(db: Db, view: View): Promise<FollowedLaw[]> {
  const reader = { face: 0, level: 0 } as const;
  const found = await searchRecords(db, {
    reader: { ...reader, lang: view.lang },
    ...{ words: '', kinds: ['draft-law'], chosen: {}, schemes: [], from: 0, most: MOST },
  });
  const say = await termWords(db, ['stage'], view);
  const records = await readRecords(
    db,
    found.hits.map(({ record }) => record),
    reader,
  );
  const laws = records.map((record): FollowedLaw => {
    const words = wordsOf(record, view.lang);
    const rows = (record.facts.course ?? []) as Row[];
    return {
      ...named(record, view.lang),
      proposer: words.proposer ?? '',
      stage: say('stage', String(record.facts.stage)),
      steps: rows
        .map(({ k, on, stage }) => ({
          on: on === undefined ? '' : String(on),
          stage: stage === undefined ? '' : say('stage', String(stage)),
          what: words[`course/${k}/what`] ?? '',
        }))
        .sort((a, b) => a.on.localeCompare(b.on)),
    };
  });
  const last = ({ steps }: FollowedLaw) => steps.at(-1)?.on ?? '';
  return laws.sort((a, b) => last(b).localeCompare(last(a)));
}
