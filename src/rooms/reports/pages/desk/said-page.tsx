// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { formatNumber, type MessageKey } from '#platform/i18n';
import { Page, Table, type View } from '#platform/ui';
import { AFTER, AFTER_ANSWERS, FEELINGS } from '../../form/after.ts';

export interface SaidView {
  actor: Actor;
  days: number;
  said: ReadonlyMap<string, number>;
}

interface Question {
  /** Of its counters, before the answer. */
  key: string;
  title: MessageKey;
  answers: readonly { code: string; label: MessageKey }[];
}

const QUESTIONS: readonly Question[] = [
  {
    key: 'feeling',
    title: 'reports.said.feeling',
    answers: FEELINGS.map((code) => ({ code, label: `reports.feedback.${code}` as const })),
  },
  ...AFTER.map((question) => ({
    key: `after.${question}`,
    title: `reports.after.${question}` as const,
    answers: AFTER_ANSWERS.map((code) => ({ code, label: `reports.after.${code}` as const })),
  })),
];

/** Under this a count could point at somebody. */
const SMALL = 5;

/** What reporters say of us, as counts. No answer leads to a report. */
export function SaidPage({ view, shown }: { view: View; shown: SaidView }) {
  const { t } = view;
  const { actor, days, said } = shown;
  const words = (n: number) =>
    n > 0 && n < SMALL ? t('reports.said.few', { n: SMALL }) : formatNumber(n, view);
  return (
    <Page view={view} title={t('reports.said.title')} nav={deskNav(view, actor, 'said')}>
      <p>{t('reports.said.lead', { days })}</p>
      {QUESTIONS.map(({ key, title, answers }) => (
        <Table
          key={key}
          view={view}
          id={`said-${key.replace('.', '-')}`}
          caption={t(title)}
          columns={[
            { label: t('reports.said.answer'), head: true },
            { label: t('reports.said.count'), numeric: true },
          ]}
          rows={answers.map(({ code, label }) => [t(label), words(said.get(`${key}.${code}`) ?? 0)])}
        />
      ))}
    </Page>
  );
}
