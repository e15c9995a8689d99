// SPDX-License-Identifier: EUPL-1.2
import type { Answers } from './answers.ts';
import { nextStep, previousStep, reachable, type Step, stepsOf } from './flow.ts';

/** The form as a draft keeps it. */
export interface FormState {
  step: Step;
  answers: Answers;
  changing: boolean;
}

const CHANGE = 'change:';

/**
 * Where a press leads. `answered` is what the page gave, or null where it could not be taken; Back, Change and
 * another language keep what can be kept and ask for nothing. Null: stay, the page says what is missing.
 */
export function turn(state: FormState, go: string, answered: Partial<Answers> | null): FormState | null {
  const { step } = state;
  const answers = { ...state.answers, ...answered };
  if (go === 'back') return { step: previousStep(answers, step) ?? step, answers, changing: false };
  if (go.startsWith(CHANGE)) {
    const wanted = stepsOf(answers).find((one) => one === go.slice(CHANGE.length));
    return { step: wanted ?? step, answers, changing: wanted !== undefined };
  }
  if (go === 'stay') return { step, answers, changing: state.changing };
  if (step === 'check') return state;
  if (answered === null) return null;
  const next = nextStep(answers, step, state.changing);
  return { step: reachable(answers, next), answers, changing: state.changing && next !== 'check' };
}
