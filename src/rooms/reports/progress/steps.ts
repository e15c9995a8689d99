// SPDX-License-Identifier: EUPL-1.2

// What the desk tells every reporter of a report. A step is codes and times; the words for it stand in the
// catalogue, so that all readers of one report read the same, each in their own language.

/** What a step may say more exactly. Steps without a list take no code. */
export const CODES = {
  received: [],
  read: [],
  question: [],
  answered: [],
  acting: ['checking', 'advice', 'removal', 'support', 'rating'],
  'handed-over': ['police', 'child-protection', 'helpline', 'school', 'hotline', 'other'],
  waiting: ['police', 'child-protection', 'helpline', 'school', 'hotline', 'platform', 'you', 'other'],
  'not-for-us': ['police', 'child-protection', 'helpline', 'school', 'hotline', 'platform', 'other'],
  finished: [
    'helped',
    'advice',
    'handed-over',
    'removed',
    'blocked',
    'warned',
    'known',
    'nothing-found',
    'not-against-rules',
    'could-not',
    'stopped',
  ],
  reopened: [],
  'other-person': [],
  'stop-refused': [],
  'row-notice': [],
  'row-removed': [],
  'row-known': [],
  'row-rejected': [],
} as const;

export type StepName = keyof typeof CODES;
export type StepCode<S extends StepName> = (typeof CODES)[S][number];

/** After one of these the desk acted, so what the report is for can no longer be changed by its reporter. */
const ACTED: readonly string[] = ['acting', 'handed-over', 'waiting', 'not-for-us', 'finished'];

/** One step as a receipt reads it. */
export interface ToldStep {
  step: StepName;
  code: string | null;
  /** How many, where the words say it: links asked to be removed, for instance. */
  n: number | null;
  /** The row of a company's list that this step is about, or null for the whole report. */
  row: number | null;
  dueAt: Date | null;
  at: Date;
}

export function isStep(step: string): step is StepName {
  return Object.hasOwn(CODES, step);
}

/** Whether `code` belongs to `step`. A step that has codes may also stand without one. */
export function fits(step: StepName, code: string | null): boolean {
  const codes: readonly string[] = CODES[step];
  return code === null || codes.includes(code);
}

/** Since the last time it was opened again, did the desk do something that a changed wish could not undo? */
export function hasActed(steps: readonly Pick<ToldStep, 'step'>[]): boolean {
  return lately(steps).some(({ step }) => ACTED.includes(step));
}

/** Whether a person at the desk has opened the report, since it was opened again: any step of theirs says so. */
export function isRead(steps: readonly Pick<ToldStep, 'step'>[]): boolean {
  return lately(steps).some(({ step }) => step !== 'received');
}

function lately<S extends Pick<ToldStep, 'step'>>(steps: readonly S[]): readonly S[] {
  return steps.slice(steps.findLastIndex(({ step }) => step === 'reopened') + 1);
}
