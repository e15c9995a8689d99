// SPDX-License-Identifier: EUPL-1.2

import { findAddresses } from './addresses.ts';
import type { Answers } from './answers.ts';
import { inDanger, onTheWay } from './flow.ts';

export const PRIORITIES = ['p0', 'p1', 'p2', 'p3', 'p4'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** What working on a report asks of a person, so that one can say which they can take today. */
export const NEEDS = ['text', 'links', 'images', 'self-harm'] as const;
export type Need = (typeof NEEDS)[number];

/**
 * How soon a person must open a report: minutes, an hour, a day, three days, statistics (hotline.md 5.10).
 * Only the priority leaves the sealed answers, so it is decided here, at intake.
 */
export function priorityOf(answers: Answers): Priority {
  const a = onTheWay(answers);
  if (a.who === 'company') return companyPriority(a);
  const asks = a.asks ?? [];
  // Pictures for money, or money for silence: the threat has a deadline even where nobody wrote one.
  const extorted = asks.includes('money') && (asks.includes('pictures') || asks.includes('secret'));
  if (inDanger(a) || asks.includes('meet') || extorted) return 'p0';
  if (a.safe === 'unsure' || a.what === 'unsafe' || a.what === 'picture') return 'p1';
  if (a.what === 'saw' || a.what === 'other' || a.who === 'under-13') return 'p2';
  return onlyToKnow(a) ? 'p4' : 'p3';
}

function companyPriority({ risk, sort }: Answers): Priority {
  if (risk?.danger === 'yes' || risk?.live === 'yes') return 'p0';
  const grave = sort?.legal === 'abuse' || sort?.legal === 'grooming' || sort?.legal === 'extortion';
  if (risk?.known === 'yes' || (grave && risk?.danger === 'unsure')) return 'p1';
  return grave || sort?.legal === 'unsure' ? 'p2' : 'p3';
}

function onlyToKnow({ wishes = [] }: Answers): boolean {
  return wishes.length === 1 && wishes[0] === 'know';
}

/** The needs of a report, for "what I can take today". */
export function needsOf(answers: Answers): Need[] {
  const a = onTheWay(answers);
  const links = (a.rows?.length ?? 0) > 0 || findAddresses(a.where?.text ?? '').length > 0;
  const images = a.what === 'picture' || a.what === 'saw' || a.sort?.legal === 'abuse';
  const found: [boolean, Need][] = [
    [(a.more ?? '') !== '', 'text'],
    [links, 'links'],
    [images, 'images'],
    [a.safe === 'myself', 'self-harm'],
  ];
  return found.filter(([there]) => there).map(([, need]) => need);
}
