// SPDX-License-Identifier: EUPL-1.2
import { CATEGORIES, PRESETS, presetAnswer } from '#ratings';
import type { Rules } from './resolver/rules.ts';
import type { AgeGroup, Changes, LineAnswer } from './words.ts';

/** One kind of site on a child's level. */
export interface Line {
  readonly code: string;
  readonly answer: LineAnswer;
  /** What the age group says; the family may say otherwise. */
  readonly byAge: LineAnswer;
  /** The youngest age this kind is for. */
  readonly minAge: number;
  /** Harms people of every age, so nobody opens it here. */
  readonly isFixed: boolean;
}

/** Every kind of site, with what holds for this child. */
export function linesOf(group: AgeGroup, changes: Changes): Line[] {
  return CATEGORIES.filter(({ kind }) => kind === 'content' || kind === 'danger').map((category) => {
    const { code, minAge, kind } = category;
    const byAge = presetAnswer(presetOf(group), { minAge, categories: 0, flags: 0 });
    const isFixed = kind === 'danger';
    return { code, minAge, byAge, isFixed, answer: isFixed ? byAge : (changes[code] ?? byAge) };
  });
}

/** Kinds of sites that no level and no family closes. */
export const neverClosed: readonly string[] = CATEGORIES.filter(({ isHelp }) => isHelp).map(
  ({ code }) => code,
);

/** Only what differs from the age group is kept, so that a better level reaches every family that did not object. */
export function changesOf(group: AgeGroup, answers: Changes): Changes {
  const lines = linesOf(group, {}).filter(
    ({ code, byAge, isFixed }) => !isFixed && (answers[code] ?? byAge) !== byAge,
  );
  return Object.fromEntries(lines.map(({ code, byAge }) => [code, answers[code] ?? byAge]));
}

/** What the resolver needs to know. A kind that asks first stays closed until somebody can ask. */
export function rulesOf(group: AgeGroup, changes: Changes): Rules {
  let blocked = 0;
  let opened = 0;
  for (const { code, answer, byAge } of linesOf(group, changes)) {
    const bit = 1 << idOf(code);
    if (answer === 'allow' && byAge !== 'allow') opened |= bit;
    if (answer !== 'allow' && byAge === 'allow') blocked |= bit;
  }
  return { blocked, opened, openTo: presetOf(group).openTo };
}

/** By bit of a verdict: the youngest age of that category. */
export function categoryAges(): Uint8Array {
  const ages = new Uint8Array(32);
  for (const { id, minAge } of CATEGORIES) if (id < ages.length) ages[id] = minAge;
  return ages;
}

/** Sites that a person gave an age are open up to this one. */
export const openToOf = (group: AgeGroup): number => presetOf(group).openTo;

function idOf(code: string): number {
  return CATEGORIES.find((category) => category.code === code)?.id ?? 0;
}

function presetOf(group: AgeGroup) {
  const preset = PRESETS.find(({ code }) => code === group);
  if (preset === undefined) throw new TypeError(`no level ${group}`);
  return preset;
}
