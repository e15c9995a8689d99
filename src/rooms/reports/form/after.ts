// SPDX-License-Identifier: EUPL-1.2

/** T6: the two questions after a report is finished, and what can be answered. Neither must be. */
export const AFTER = ['helped', 'clear'] as const;
export const AFTER_ANSWERS = ['yes', 'some', 'no'] as const;
export type AfterAnswer = (typeof AFTER_ANSWERS)[number];
export type AfterAnswers = Partial<Record<(typeof AFTER)[number], AfterAnswer>>;

/** How the form felt, asked beside the code. */
export const FEELINGS = ['good', 'fine', 'bad'] as const;
