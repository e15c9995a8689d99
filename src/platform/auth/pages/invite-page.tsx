// SPDX-License-Identifier: EUPL-1.2
import { Button, type FieldErrors, Form, Page, pathIn, TextField, type View } from '#platform/ui';
import type { OpenInvitation } from '../people/invite.ts';
import { roleWords } from './words.ts';

export interface InviteView {
  token: string;
  invitation: OpenInvitation;
  /** Who opens cases gets a password from us; others choose. */
  issued: boolean;
  errors: FieldErrors;
}

/** What an invited person sees behind their link: who they are to be, and one button. */
export function InvitePage({ view, data }: { view: View; data: InviteView }) {
  const { t } = view;
  const { alias: name, kind, roles } = data.invitation;
  const factor = kind === 'factor';
  return (
    <Page
      view={view}
      title={t(kind === 'join' ? 'auth.invite.title' : 'auth.invite.reset', { name })}
      errors={data.errors}
      form="invite"
    >
      {factor ? (
        <p>{t('auth.invite.factor.lead')}</p>
      ) : (
        <>
          <p>
            {t('auth.invite.roles')} {roleWords(view, roles)}
          </p>
          <p>{t(data.issued ? 'auth.invite.issued' : 'auth.invite.chosen')}</p>
        </>
      )}
      <Form view={view} action={pathIn(view, `/desk/invite/${data.token}`)} id="invite">
        {factor ? <OldPassword view={view} errors={data.errors} /> : null}
        {factor || data.issued ? null : <NewPasswordFields view={view} errors={data.errors} />}
        <Button>{t(factor ? 'auth.invite.factor.go' : 'auth.invite.go')}</Button>
      </Form>
    </Page>
  );
}

function OldPassword({ view, errors }: { view: View; errors: FieldErrors }) {
  return (
    <TextField
      view={view}
      name="password"
      type="password"
      label={view.t('auth.sign-in.password')}
      autocomplete="current-password"
      width="medium"
      ltr
      errors={errors}
    />
  );
}

/** A password that somebody chooses, twice, because it cannot be read while it is typed. */
export function NewPasswordFields({ view, errors }: { view: View; errors: FieldErrors }) {
  const { t } = view;
  return (
    <>
      <TextField
        view={view}
        name="chosen"
        type="password"
        label={t('auth.invite.password')}
        hint={t('auth.invite.password.hint')}
        autocomplete="new-password"
        errors={errors}
      />
      <TextField
        view={view}
        name="again"
        type="password"
        label={t('auth.invite.again')}
        autocomplete="new-password"
        errors={errors}
      />
    </>
  );
}
