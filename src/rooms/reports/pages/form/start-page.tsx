// SPDX-License-Identifier: EUPL-1.2
import { Button, Form, HelpNumbers, Lead, Page, Panel, pathIn, Section, type View } from '#platform/ui';
import { REPORT } from './frame.tsx';

/** R0: who reads, that no name is needed, the numbers first, how to leave, what is kept, when we must tell. */
export function StartPage({ view, readsNext }: { view: View; readsNext: string | null }) {
  const { t } = view;
  return (
    <Page view={view} title={t('reports.start.title')}>
      <Lead>{t('reports.start.lead')}</Lead>
      <Panel view={view} kind="danger" icon="phone" title={t('reports.start.danger')}>
        <HelpNumbers view={view} numbers={view.site.numbers.slice(0, 1)} emergency={view.site.emergency} />
      </Panel>
      {readsNext === null ? null : (
        <Panel view={view} icon="clock">
          <p>{t('reports.start.reads-next', { time: readsNext })}</p>
        </Panel>
      )}
      <Section title={t('reports.start.leave-title')}>
        <p>{t('reports.start.leave')}</p>
        <p>
          <a href={pathIn(view, '/private')}>{t('reports.private.title')}</a>
        </p>
      </Section>
      <p>{t('reports.start.cookie')}</p>
      <p>
        <a href={pathIn(view, '/duties')}>{t('reports.duties.title')}</a>
      </p>
      <Form view={view} action={pathIn(view, REPORT)}>
        <Button name="go" value="start">
          {t('reports.start.button')}
        </Button>
      </Form>
      <p>
        <a href={pathIn(view, '/code')}>{t('reports.start.have-code')}</a>
      </p>
    </Page>
  );
}
