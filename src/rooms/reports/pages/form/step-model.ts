// SPDX-License-Identifier: EUPL-1.2
import type { FieldErrors } from '#platform/ui';
import type { Answers } from '../../form/answers.ts';
import type { ReadRows } from '../../form/company-rows.ts';
import type { Step } from '../../form/flow.ts';

/** Everything one page of the form is drawn from. */
export interface StepModel {
  step: Step;
  answers: Answers;
  /** What was typed and could not be taken, beside `errors`; empty on a fresh page. */
  typed: Readonly<Record<string, string | readonly string[]>>;
  errors: FieldErrors;
  place: { at: number; of: number };
  country: CountryWords;
  /** What a pasted list came to, where one was typed. */
  list: ReadRows | null;
}

/** What this country says of itself, in the language of the page. */
export interface CountryWords {
  /** The last age at which somebody is a child here. */
  lastAge: number;
  imageLaw: 'A' | 'B';
  imageBody: { name: string; law: string; link: string } | null;
  /** What happens after an act is denounced; empty where nobody wrote it in this language (H24). */
  denounce: string;
}

/** What stands in a text field: what was just typed, else the answer so far. */
export function textOf(model: StepModel, field: string, answer: string | undefined): string {
  const typed = model.typed[field];
  return typeof typed === 'string' ? typed : (answer ?? '');
}

/** Which choice is marked. Nothing is before the person chose. */
export function choiceOf(model: StepModel, field: string, answer: string | undefined): string | null {
  const typed = model.typed[field];
  return typeof typed === 'string' ? typed : (answer ?? null);
}
