// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import type { Role } from '#platform/ctx';
import { formatDate } from '#platform/i18n';
import {
  Button,
  type FieldErrors,
  Form,
  LinkButton,
  Page,
  Panel,
  pathIn,
  Section,
  Summary,
  type View,
} from '#platform/ui';
import type { Way } from '../people/list-people.ts';
import { NewPasswordFields } from './invite-page.tsx';
import { Fingerprint } from './issued-page.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { wayWords } from './people-page.tsx';
import { ProofFields } from './proof-fields.tsx';
import { roleWords, teamWords } from './words.ts';

export interface MeView {
  alias: string;
  roles: readonly Role[];
  asked: readonly Role[] | null;
  teams: readonly string[];
  /** Shown as long as somebody must hear it before they give the keys. */
  fingerprint: string | null;
  ways: readonly Way[];
  sessions: number;
  /** Another session ended because this one began. */
  elsewhere: boolean;
  nav: ComponentChildren;
  banner: ComponentChildren;
}

/** One's own account: what I do, how I sign in, and the way out of everywhere. */
export function MePage({ view, data }: { view: View; data: MeView }) {
  const { t } = view;
  const { asked } = data;
  return (
    <Page view={view} title={t('auth.me.title')} nav={data.nav}>
      {data.elsewhere ? <Panel view={view} kind="warn" title={t('auth.me.elsewhere')} live /> : null}
      {data.banner}
      {asked === null ? null : (
        <Panel view={view} kind="warn" title={t('auth.me.waiting')}>
          <p>{t('auth.people.waits-for', { roles: roleWords(view, asked) })}</p>
        </Panel>
      )}
      {data.fingerprint === null ? null : <Fingerprint view={view} signs={data.fingerprint} />}
      <Summary
        view={view}
        rows={[
          { label: t('auth.sign-in.alias'), value: data.alias },
          { label: t('auth.me.does'), value: roleWords(view, data.roles) },
          { label: t('auth.me.keys'), value: teamWords(view, data.teams) },
        ]}
      />
      <OwnWays view={view} ways={data.ways} />
      <Section title={t('auth.me.sessions')}>
        <p>{t('auth.me.sessions.count', { n: data.sessions })}</p>
        <Form view={view} action={pathIn(view, '/desk/me/end-all')}>
          <Button kind="secondary">{t('auth.me.end-all')}</Button>
        </Form>
      </Section>
    </Page>
  );
}

function OwnWays({ view, ways }: { view: View; ways: readonly Way[] }) {
  const { t } = view;
  const made = (day: string) => formatDate(new Date(day), { lang: view.lang, timeZone: 'UTC' });
  return (
    <Section title={t('auth.me.ways')}>
      {ways.length < 2 ? <p>{t('auth.me.two')}</p> : null}
      <ul>
        {ways.map((way) => (
          <li key={way.id}>
            {wayWords(view, way)}
            {way.madeOn === null ? null : `, ${t('auth.me.made', { day: made(way.madeOn) })}`}
            {way.kind === 'pw' ? null : (
              <Form view={view} action={pathIn(view, '/desk/me/passkey/remove')}>
                <Button kind="quiet" name="id" value={way.id}>
                  {t('auth.me.remove')}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <p>
        <LinkButton kind="secondary" href={pathIn(view, '/desk/me/passkey')}>
          {t('auth.me.add')}
        </LinkButton>
      </p>
      <p>
        <a href={pathIn(view, '/desk/me/password')}>{t('auth.me.password')}</a>
      </p>
    </Section>
  );
}

interface OwnPasswordView {
  issued: boolean;
  errors: FieldErrors;
  nav: ComponentChildren;
}

/** One's own password in exchange for the old one. */
export function OwnPasswordPage({ view, data }: { view: View; data: OwnPasswordView }) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={t('auth.own.title')}
      back={{ href: pathIn(view, '/desk/me') }}
      errors={data.errors}
      form="own"
      nav={data.nav}
    >
      <p>{t('auth.own.lead')}</p>
      <Form view={view} action={pathIn(view, '/desk/me/password')} id="own">
        <ProofFields view={view} errors={data.errors} label={t('auth.own.old')} />
        {data.issued ? null : <NewPasswordFields view={view} errors={data.errors} />}
        <Button>{t('auth.own.go')}</Button>
      </Form>
    </Page>
  );
}

/** Making a passkey needs a script: only a browser's own code can ask the device for one. */
export function AddPasskeyPage({
  view,
  data,
}: {
  view: View;
  data: { possible: boolean; nav: ComponentChildren };
}) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={t('auth.passkey.title')}
      back={{ href: pathIn(view, '/desk/me') }}
      nav={data.nav}
    >
      <p>{t('auth.passkey.lead')}</p>
      {data.possible ? (
        <>
          <PasskeyButton view={view} way="add" label={t('auth.passkey.add')} next="/desk/me" />
          <noscript>
            <p>{t('auth.passkey.no-script')}</p>
          </noscript>
        </>
      ) : (
        <Panel view={view} title={t('auth.passkey.none')} />
      )}
    </Page>
  );
}
