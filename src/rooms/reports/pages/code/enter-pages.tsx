// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  type FieldErrors,
  Form,
  Lead,
  LinkButton,
  Page,
  pathIn,
  TextField,
  type View,
} from '#platform/ui';
import { REPORT } from '../form/frame.tsx';

/** T1: one field that takes any digits, spaces and dashes. */
export function EnterCodePage({ view, typed, errors }: { view: View; typed: string; errors: FieldErrors }) {
  const { t } = view;
  return (
    <Page view={view} title={t('reports.enter.title')} heading="field" errors={errors}>
      <Form view={view} action={pathIn(view, '/code')}>
        <TextField
          view={view}
          name="code"
          label={t('reports.enter.title')}
          hint={t('reports.enter.hint')}
          heading
          inputMode="numeric"
          width="code"
          ltr
          errors={errors}
          value={typed}
        />
        <Button>{t('reports.enter.button')}</Button>
      </Form>
      <p>{t('reports.enter.lost')}</p>
      <p>
        <a href={pathIn(view, REPORT)}>{t('reports.gone.new')}</a>
      </p>
    </Page>
  );
}

/** T1b: only where the reporter chose a word. */
export function EnterWordPage({ view, errors }: { view: View; errors: FieldErrors }) {
  const { t } = view;
  return (
    <Page view={view} title={t('reports.enter.word-title')} heading="field" errors={errors}>
      <Form view={view} action={pathIn(view, '/code/word')}>
        <TextField
          view={view}
          name="word"
          label={t('reports.enter.word-title')}
          heading
          width="medium"
          errors={errors}
        />
        <Button>{t('ui.continue')}</Button>
      </Form>
    </Page>
  );
}

/** H7: what the slip is, before it is spent. Opening is a press, so that a preview of the link spends nothing. */
export function InvitationPage({ view, token, usable }: { view: View; token: string; usable: boolean }) {
  const { t } = view;
  if (!usable) {
    return (
      <Page view={view} title={t('reports.invite.used-title')}>
        <p>{t('reports.invite.used')}</p>
        <LinkButton href={pathIn(view, REPORT)}>{t('reports.start.title')}</LinkButton>
      </Page>
    );
  }
  return (
    <Page view={view} title={t('reports.invite.title')}>
      <Lead>{t('reports.invite.for')}</Lead>
      <p>{t('reports.invite.own')}</p>
      <p>{t('reports.invite.once')}</p>
      <Form view={view} action={pathIn(view, `/i/${token}`)}>
        <Button>{t('reports.invite.open')}</Button>
      </Form>
    </Page>
  );
}
