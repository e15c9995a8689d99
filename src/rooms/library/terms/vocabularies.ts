// SPDX-License-Identifier: EUPL-1.2
import type { TermSeed } from '#platform/records';
import age from './age.json' with { type: 'json' };
import area from './area.json' with { type: 'json' };
import audience from './audience.json' with { type: 'json' };
import direction from './direction.json' with { type: 'json' };
import evidence from './evidence.json' with { type: 'json' };
import { countries, spokenLanguages } from './from-cldr.ts';
import gapState from './gap-state.json' with { type: 'json' };
import gapType from './gap-type.json' with { type: 'json' };
import instrument from './instrument.json' with { type: 'json' };
import licence from './licence.json' with { type: 'json' };
import pillar from './pillar.json' with { type: 'json' };
import practiceType from './practice-type.json' with { type: 'json' };
import proposal from './proposal.json' with { type: 'json' };
import resourceType from './resource-type.json' with { type: 'json' };
import risk from './risk.json' with { type: 'json' };
import said from './said.json' with { type: 'json' };
import stage from './stage.json' with { type: 'json' };
import stakeholder from './stakeholder.json' with { type: 'json' };
import toolType from './tool-type.json' with { type: 'json' };
import topic from './topic.json' with { type: 'json' };
import vulnerable from './vulnerable.json' with { type: 'json' };
import worry from './worry.json' with { type: 'json' };

/** A vocabulary as it lies here: where its terms come from, and each term's own source ("own": chosen by us). */
export interface Vocabulary {
  scheme: string;
  attribution: string;
  terms: readonly { code: string; source: string; fact?: string; label: Readonly<Record<string, string>> }[];
}

export const vocabularies: readonly Vocabulary[] = [
  age,
  area,
  audience,
  direction,
  evidence,
  gapState,
  gapType,
  instrument,
  licence,
  pillar,
  practiceType,
  proposal,
  resourceType,
  risk,
  said,
  stage,
  stakeholder,
  toolType,
  topic,
  vulnerable,
  worry,
];

/** Every term of the library, for `seedTerms`. */
export function termSeeds(): TermSeed[] {
  const ours = vocabularies.flatMap(({ scheme, terms }) =>
    terms.map(({ code, label }, ord) => ({ scheme, code, ord, label: { ...label } })),
  );
  return [...ours, ...countries(), ...spokenLanguages()];
}
