// SPDX-License-Identifier: EUPL-1.2
import { Button, Form, Page, type View } from '#platform/ui';
import type { ChildFacts } from '../queries/family.ts';
import { MyRules } from './my-rules.tsx';

/** K1, before it opens: a press, so that a preview of the link opens nothing. */
export function ClaimPage({ view, token, opened }: { view: View; token: string; opened: boolean }) {
  const { t } = view;
  return (
    <Page view={view} title={t('guard.mine.claim-title')}>
      <p>{t('guard.mine.claim')}</p>
      <p>{t('guard.mine.claim-holds')}</p>
      {opened ? <p>{t('guard.mine.claim-used')}</p> : null}
      <Form view={view} action={`/k/${token}`}>
        <Button>{t('guard.mine.claim-button')}</Button>
      </Form>
    </Page>
  );
}

/** A link that is nobody's, and one that was, look the same. */
export function GonePage({ view }: { view: View }) {
  const { t } = view;
  return (
    <Page view={view} title={t('guard.mine.gone-title')}>
      <p>{t('guard.mine.gone')}</p>
    </Page>
  );
}

/** Where a browser comes that has lost the page. */
export function ClosedPage({ view }: { view: View }) {
  const { t } = view;
  return (
    <Page view={view} title={t('guard.mine.closed-title')}>
      <p>{t('guard.mine.closed')}</p>
    </Page>
  );
}

interface MinePageProps {
  view: View;
  child: ChildFacts;
  never: readonly string[];
  openTo: number;
}

/** K1: read only. */
export function MinePage({ view, ...mine }: MinePageProps) {
  return (
    <Page view={view} title={view.t('guard.mine.title', { name: mine.child.name })}>
      <MyRules view={view} {...mine} />
    </Page>
  );
}
