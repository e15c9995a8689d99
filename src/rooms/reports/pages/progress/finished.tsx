// SPDX-License-Identifier: EUPL-1.2
import { Button, Form, Panel, pathIn, Radios, Section, type View } from '#platform/ui';
import { AFTER, AFTER_ANSWERS } from '../../form/after.ts';

/** T6: the end, and that it can begin again. */
export function Again({ view, until }: { view: View; until: string }) {
  const { t } = view;
  return (
    <Panel view={view} kind="ok" title={t('reports.finished.title')}>
      <p>{t('reports.finished.again', { day: until })}</p>
      <p>
        <a href={pathIn(view, '/help')}>{t('reports.finished.help')}</a>
      </p>
      <Form view={view} action={pathIn(view, '/progress/again')}>
        <Button kind="secondary">{t('reports.finished.again-button')}</Button>
      </Form>
    </Panel>
  );
}

/** T6: two questions about us. Answers are counted, and lead to nobody. */
export function After({ view }: { view: View }) {
  const { t } = view;
  return (
    <Section title={t('reports.after.title')}>
      <p>{t('reports.after.lead')}</p>
      <Form view={view} action={pathIn(view, '/progress/after')}>
        {AFTER.map((question) => (
          <Radios
            key={question}
            view={view}
            name={question}
            legend={t(`reports.after.${question}`)}
            optional
            inline
            options={AFTER_ANSWERS.map((value) => ({ value, label: t(`reports.after.${value}`) }))}
          />
        ))}
        <Button kind="secondary">{t('reports.feedback.send')}</Button>
      </Form>
    </Section>
  );
}
