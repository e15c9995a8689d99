// SPDX-License-Identifier: EUPL-1.2
import { rolesOf } from '#platform/auth';
import { type Ctx, holds } from '#platform/ctx';
import type { Draft, Guard, WordsPart } from '#platform/records';

/** Worries of a child who may be in danger: their guides are safety text, whatever the form says. */
export const SAFETY_WORRIES: readonly string[] = ['bullying', 'pictures', 'strangers'];

/**
 * Words to a child in danger go out in a language only after a reviewer passed them (H10): a reviewer publishes the
 * original, and checked every text of a translation.
 */
const reviewedWords: Guard = async (ctx, step, draft) => {
  if (step !== 'publish' || !isSafety(draft)) return [];
  const languages = draft.goesOut.filter((part) => part !== '');
  if (languages.includes(draft.tongue) && !holds(ctx.actor, 'reviewer')) return ['library.guard.unread'];
  for (const lang of languages) {
    if (lang !== draft.tongue && !(await isPassed(ctx, draft.words[lang])))
      return ['library.guard.unchecked'];
  }
  return [];
};

function isSafety({ facts }: Draft): boolean {
  return facts.safety === true || SAFETY_WORRIES.includes(String(facts.worry));
}

async function isPassed(ctx: Ctx, words: WordsPart | undefined): Promise<boolean> {
  if (words === undefined || words.stale > 0) return false;
  const states = Object.keys(words.body).map((unit) => words.units[unit]);
  const checkers = states.map((state) => (state?.s === 'checked' ? state.by : null));
  const people = checkers.filter((by) => by !== null);
  const roles = await rolesOf(ctx.db, people);
  return people.length === checkers.length && people.every((by) => roles.get(by)?.includes('reviewer'));
}

export const guards: Readonly<Record<string, readonly Guard[]>> = { guide: [reviewedWords] };
