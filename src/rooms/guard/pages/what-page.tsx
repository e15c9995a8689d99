// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  ButtonRow,
  DoDont,
  Form,
  Lead,
  LinkButton,
  Page,
  pathIn,
  Section,
  type View,
} from '#platform/ui';
import { FAMILY, HOME } from './frame.tsx';

/** F0: what this can do, what it cannot, and what is kept, before anything is asked. */
export function WhatPage({ view }: { view: View }) {
  const { t } = view;
  return (
    <Page view={view} title={t('guard.what.title')}>
      <Lead>{t('guard.what.lead')}</Lead>
      <Section title={t('guard.what.does')}>
        <DoDont
          view={view}
          dos={{
            title: t('guard.what.can'),
            items: [t('guard.what.can-kinds'), t('guard.what.can-fast'), t('guard.what.can-where')],
          }}
          donts={{
            title: t('guard.what.cannot'),
            items: [
              t('guard.what.cannot-inside'),
              t('guard.what.cannot-page'),
              t('guard.what.cannot-vpn'),
              t('guard.what.cannot-talk'),
            ],
          }}
        />
      </Section>
      <Section title={t('guard.what.keep-title')}>
        <p>{t('guard.what.keep')}</p>
        <p>{t('guard.what.never')}</p>
        <p>{t('guard.what.seen')}</p>
      </Section>
      <Form view={view} action={pathIn(view, `${HOME}/start`)}>
        <ButtonRow>
          <Button icon="shield-check" view={view}>
            {t('guard.what.start')}
          </Button>
          <LinkButton href={pathIn(view, FAMILY)} kind="secondary" icon="ticket" view={view}>
            {t('guard.what.have-code')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  );
}
