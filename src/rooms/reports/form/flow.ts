// SPDX-License-Identifier: EUPL-1.2
import { type Answers, voiceOf, type What } from './answers.ts';

/** One page of the form. Each but `check` is the name of its answer. */
export type Step = keyof Answers | 'check';

/** Asked only where the answer can change what happens in the next hour. */
const RISKY: readonly What[] = ['mean', 'picture', 'unsafe'];

/** Acts against a child. Only these can be denounced, never news, opinions or a lost game item (H24). */
const ACTS: readonly What[] = ['mean', 'picture', 'unsafe', 'other'];

/** Whether what happened is an act that can be denounced. */
export function isAct(what: What | undefined): boolean {
  return what !== undefined && ACTS.includes(what);
}

/** Whether the person asked us to tell somebody about an act that can be denounced. */
export function mayDenounce({ what, wishes = [] }: Answers): boolean {
  return isAct(what) && wishes.includes('tell');
}

/** Whether somebody said that they may be hurt, by another or by themselves. */
export function inDanger({ safe }: Answers): boolean {
  return safe === 'someone' || safe === 'myself';
}

/** The pages that these answers lead through, in order. Answers may still change them. */
export function stepsOf(answers: Answers): Step[] {
  if (answers.who === 'company') return ['who', 'organisation', 'found', 'rows', 'risk', 'sort', 'check'];
  const adult = voiceOf(answers) === 'adult';
  return [
    'who',
    ...only(answers.who === 'parent', 'advice'),
    ...only(adult, 'age', 'knows'),
    'what',
    ...branch(answers),
    ...only(adult, 'done'),
    'more',
    'wishes',
    ...only(mayDenounce(answers), 'denounce'),
    ...contact(answers),
    'check',
  ];
}

function branch(answers: Answers): Step[] {
  const { what, picture } = answers;
  if (what === undefined) return [];
  return [
    ...only(what === 'unsafe', 'asks'),
    ...only(what === 'picture', 'picture'),
    ...only(what !== 'picture' || picture === 'links', 'where'),
    ...only(RISKY.includes(what), 'safe'),
    ...only(RISKY.includes(what) && inDanger(answers), 'numbers'),
  ];
}

// A child under 13 is answered by code alone: no mail, no call that somebody at home could take.
function contact({ who, answer }: Answers): Step[] {
  if (who === 'under-13') return [];
  return ['answer', ...only(answer === 'email', 'email'), ...only(answer === 'phone', 'phone')];
}

function only(wanted: boolean, ...steps: Step[]): Step[] {
  return wanted ? steps : [];
}

/** Whether the step has its answer. `check` never has. */
export function isAnswered(answers: Answers, step: Step): boolean {
  return step !== 'check' && answers[step] !== undefined;
}

/** The page after `step`. While changing an answer: the first page the change made necessary, else the check. */
export function nextStep(answers: Answers, step: Step, changing = false): Step {
  const steps = stepsOf(answers);
  if (changing) return steps.find((one) => !isAnswered(answers, one)) ?? 'check';
  return steps[steps.indexOf(step) + 1] ?? 'check';
}

/** The page before `step`, or null before the first. */
export function previousStep(answers: Answers, step: Step): Step | null {
  const steps = stepsOf(answers);
  return steps[steps.indexOf(step) - 1] ?? null;
}

/** The furthest page that may be shown: nobody can skip a question by writing its name into a request. */
export function reachable(answers: Answers, step: Step): Step {
  const steps = stepsOf(answers);
  const first = steps.findIndex((one) => !isAnswered(answers, one));
  const wanted = steps.indexOf(step);
  if (wanted >= 0 && (first < 0 || wanted <= first)) return step;
  return steps[first] ?? 'check';
}

/** "Question 2 of about 9". About, because answers open and close branches. */
export function place(answers: Answers, step: Step): { at: number; of: number } {
  const steps = stepsOf(answers);
  return { at: steps.indexOf(step) + 1, of: steps.length };
}

/** Only the answers on the way that was taken in the end: a branch somebody left is not sent. */
export function onTheWay(answers: Answers): Answers {
  const steps: readonly string[] = stepsOf(answers);
  return Object.fromEntries(Object.entries(answers).filter(([step]) => steps.includes(step)));
}
