// SPDX-License-Identifier: EUPL-1.2

// Support until the child or carer says enough. Days are calendar days in UTC, as text.

export const FOLLOW_UPS = ['contact', 'service', 'school', 'police', 'home'] as const;
export type FollowUpKind = (typeof FOLLOW_UPS)[number];

/** Who said that it is enough. `lost`: nobody answers any more, after the desk tried. */
export const ENOUGH_BY = ['child', 'carer', 'lost'] as const;
export type EnoughBy = (typeof ENOUGH_BY)[number];

export interface Plan {
  nextOn: string;
  endedAt: Date | null;
  followUps: readonly { on: string; doneAt: Date | null }[];
}

/** The next day on which somebody has to do something for this child, or null when it is over. */
export function nextDay({ nextOn, endedAt, followUps }: Plan): string | null {
  if (endedAt !== null) return null;
  const open = followUps.filter(({ doneAt }) => doneAt === null).map(({ on }) => on);
  return [nextOn, ...open].toSorted()[0] ?? null;
}

export function isOverdue(plan: Plan, today: string): boolean {
  const next = nextDay(plan);
  return next !== null && next < today;
}
