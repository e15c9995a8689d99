// SPDX-License-Identifier: EUPL-1.2
import { Button, EXIT_PATH, Form, Lead, LinkButton, Page, pathIn, type View } from '#platform/ui';
import { REPORT } from '../form/frame.tsx';

interface CalmProps {
  view: View;
  /** An unfinished form, or a report whose code may still be shown. */
  was: 'begun' | 'sent';
}

/**
 * To whoever opens the address without having pressed anything: no word, code or answer, because a brother, sister or
 * parent may come after the child. Its languages are links: a press would show what stands here.
 */
export function CalmPage({ view, was }: CalmProps) {
  const { t } = view;
  return (
    <Page view={{ ...view, csrf: null }} title={t(`reports.calm.${was}`)}>
      <Lead>{t(`reports.calm.${was}-on`)}</Lead>
      <Form view={view} action={pathIn(view, REPORT)}>
        <Button name="go" value="on">
          {t(`reports.calm.${was}-button`)}
        </Button>
      </Form>
      <p>{t(`reports.calm.${was}-anew`)}</p>
      <Form view={view} action={pathIn(view, REPORT)}>
        <Button name="go" value="start" kind="secondary">
          {t('reports.calm.anew')}
        </Button>
      </Form>
      <LinkButton href={EXIT_PATH} kind="quiet">
        {t('ui.leave')}
      </LinkButton>
    </Page>
  );
}
