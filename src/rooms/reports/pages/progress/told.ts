// SPDX-License-Identifier: EUPL-1.2
import type { MessageKey } from '#platform/i18n';
import type { View } from '#platform/ui';
import type { What } from '../../form/answers.ts';
import { CODES, type ToldStep } from '../../progress/steps.ts';

/** Who may have a report: the kinds of bodies, our team, and the reader. */
const HOLDERS = [
  'team',
  'you',
  'police',
  'child-protection',
  'helpline',
  'school',
  'hotline',
  'platform',
  'other',
] as const;

/** The words for who has it. A code this release does not know is "someone else who can help". */
export function holderWords({ t }: View, holder: string): string {
  const known = HOLDERS.find((one) => one === holder) ?? 'other';
  return t(`reports.holder.${known}`);
}

/** The words of one step, in the language of the page. */
export function stepWords(view: View, { step, code, n }: ToldStep): string {
  const { t } = view;
  if (step === 'acting') {
    const exact = CODES.acting.find((one) => one === code);
    return exact === undefined ? t('reports.step.acting') : t(`reports.step.acting-${exact}`, { n: n ?? 0 });
  }
  if (step === 'handed-over')
    return t('reports.step.handed-over', { who: holderWords(view, code ?? 'other') });
  if (step === 'waiting') {
    if (code === 'you') return t('reports.step.waiting-you');
    return t('reports.step.waiting', { who: holderWords(view, code ?? 'other') });
  }
  if (step === 'not-for-us') {
    if (code === null) return t('reports.step.not-for-us-plain');
    return t('reports.step.not-for-us', { who: holderWords(view, code) });
  }
  return t(`reports.step.${step}`);
}

/** What came of it, under the step that ended it. */
export function outcomeWords({ t }: View, { step, code }: ToldStep): string | null {
  if (step !== 'finished') return null;
  const exact = CODES.finished.find((one) => one === code);
  return t(exact === undefined ? 'reports.outcome.plain' : `reports.outcome.${exact}`);
}

const TALK = ['reports.can.talk', 'reports.can.advice'] as const;

/** What we can do about each kind, true in every country. */
export const CAN: Record<What, readonly MessageKey[]> = {
  mean: [...TALK, 'reports.can.ask', 'reports.can.school'],
  picture: [...TALK, 'reports.can.ask', 'reports.can.police'],
  unsafe: [...TALK, 'reports.can.police'],
  saw: ['reports.can.ask', 'reports.can.site', 'reports.can.police'],
  tricked: [...TALK, 'reports.can.site', 'reports.can.police'],
  other: TALK,
};

/** What nobody here can do, said before somebody hopes for it. */
export const CANNOT: Record<What, readonly MessageKey[]> = {
  mean: ['reports.cannot.chat', 'reports.cannot.punish'],
  picture: ['reports.cannot.phone', 'reports.cannot.chat'],
  unsafe: ['reports.cannot.chat', 'reports.cannot.punish'],
  saw: ['reports.cannot.phone', 'reports.cannot.punish'],
  tricked: ['reports.cannot.money', 'reports.cannot.punish'],
  other: ['reports.cannot.chat', 'reports.cannot.punish'],
};
