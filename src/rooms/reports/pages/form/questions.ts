// SPDX-License-Identifier: EUPL-1.2
import type { MessageKey } from '#platform/i18n';
import {
  AGES,
  ANSWER,
  type Answers,
  ASKS,
  DONE,
  FOUND,
  SAFE,
  WHAT,
  WHO,
  WISHES,
  YES_NO,
} from '../../form/answers.ts';

/** A page that is one question with cards to choose from. */
export interface Question {
  title: MessageKey;
  hint?: MessageKey;
  many: boolean;
  options: readonly { value: string; label: MessageKey; hint?: MessageKey }[];
  /** Said beside the question, before anything is chosen. */
  advice?: MessageKey;
  /** Chosen until the person chooses otherwise. Only where it is the safest. */
  usual?: string;
}

export type QuestionStep = Extract<
  keyof Answers,
  'who' | 'what' | 'asks' | 'safe' | 'wishes' | 'answer' | 'age' | 'knows' | 'done' | 'found'
>;

export const QUESTIONS: Record<QuestionStep, Question> = {
  who: {
    title: 'reports.who.title',
    hint: 'reports.who.hint',
    many: false,
    options: WHO.map((value) => ({ value, label: `reports.who.${value}` as const })),
  },
  what: {
    title: 'reports.what.title',
    hint: 'reports.what.hint',
    many: false,
    options: WHAT.map((value) => {
      const label = `reports.what.${value}` as const;
      return value === 'other'
        ? { value, label }
        : { value, label, hint: `reports.what.${value}-hint` as const };
    }),
  },
  asks: {
    title: 'reports.asks.title',
    hint: 'reports.asks.hint',
    many: true,
    options: ASKS.map((value) => ({ value, label: `reports.asks.${value}` as const })),
    advice: 'reports.asks.advice',
  },
  safe: {
    title: 'reports.safe.title',
    hint: 'reports.safe.hint',
    many: false,
    options: SAFE.map((value) => ({ value, label: `reports.safe.${value}` as const })),
  },
  wishes: {
    title: 'reports.wishes.title',
    hint: 'reports.wishes.hint',
    many: true,
    options: WISHES.map((value) => {
      const label = `reports.wishes.${value}` as const;
      return value === 'tell'
        ? { value, label, hint: 'reports.wishes.tell-hint' as const }
        : { value, label };
    }),
  },
  answer: {
    title: 'reports.answer.title',
    many: false,
    options: ANSWER.map((value) => ({
      value,
      label: `reports.answer.${value}` as const,
      hint: `reports.answer.${value}-hint` as const,
    })),
    usual: 'code',
  },
  age: {
    title: 'reports.age.title',
    many: false,
    options: AGES.map((value) => ({ value, label: `reports.age.${value}` as const })),
  },
  knows: {
    title: 'reports.knows.title',
    hint: 'reports.knows.hint',
    many: false,
    options: YES_NO.map((value) => ({ value, label: `reports.knows.${value}` as const })),
  },
  done: {
    title: 'reports.done.title',
    hint: 'reports.done.hint',
    many: true,
    options: DONE.map((value) => ({ value, label: `reports.done.${value}` as const })),
  },
  found: {
    title: 'reports.found.title',
    many: false,
    options: FOUND.map((value) => ({ value, label: `reports.found.${value}` as const })),
  },
};
