// SPDX-License-Identifier: EUPL-1.2

export const PRIORITIES = ['p0', 'p1', 'p2', 'p3', 'p4'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** What working on a case asks of a person, who says each day what they can take. */
export const NEEDS = ['text', 'links', 'images', 'self-harm'] as const;
export type Need = (typeof NEEDS)[number];

export function moreUrgent(a: Priority, b: Priority): Priority {
  return a < b ? a : b;
}

/** Whether somebody who can take `can` today may be given a case with these needs. Danger asks nobody's mood. */
export function canTake(
  can: readonly Need[],
  { priority, needs }: { priority: Priority; needs: readonly Need[] },
) {
  return priority === 'p0' || needs.every((need) => can.includes(need));
}

const MINUTE = 60_000;
const AGAIN_MINUTES = 10;

/** P0 that nobody took in the promised minutes (H6). */
export function isUnopened(
  { priority, openedAt, dueAt }: { priority: Priority; openedAt: Date | null; dueAt: Date },
  now: Date,
): boolean {
  return priority === 'p0' && openedAt === null && dueAt < now;
}

/** Whether the duty contact is to be called (again): at once, then every ten minutes until somebody takes the case. */
export function callsNow(calledAt: Date | null, now: Date): boolean {
  return calledAt === null || now.getTime() - calledAt.getTime() >= AGAIN_MINUTES * MINUTE;
}
