// SPDX-License-Identifier: EUPL-1.2
import { Button, Form, Panel, pathIn, type View } from '#platform/ui';

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
