// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import {
  Button,
  ButtonRow,
  type FieldErrors,
  Form,
  Page,
  Panel,
  pathIn,
  Summary,
  TextField,
  type View,
} from '#platform/ui';
import type { GrantPlan } from '../keys/grant.ts';
import { roleWords, teamWords } from './words.ts';

export interface GrantView {
  plan: Omit<GrantPlan, 'fingerprint' | 'key'>;
  typed: string;
  errors: FieldErrors;
  nav: ComponentChildren;
}

/** A member who holds the keys types what the newcomer reads out, and gives them. */
export function GrantPage({ view, data }: { view: View; data: GrantView }) {
  const { t } = view;
  const { plan } = data;
  const name = plan.alias;
  return (
    <Page
      view={view}
      title={t('auth.grant.title', { name })}
      back={{ href: pathIn(view, `/desk/people/${plan.person}`) }}
      errors={data.errors}
      form="grant"
      nav={data.nav}
    >
      <Given view={view} plan={plan} />
      {plan.second ? <Panel view={view} kind="warn" title={t('auth.grant.second')} /> : null}
      <p>{t('auth.grant.lead', { name })}</p>
      <Form view={view} action={pathIn(view, `/desk/people/${plan.person}/give`)} id="grant">
        <TextField
          view={view}
          name="fingerprint"
          label={t('auth.grant.fingerprint')}
          value={data.typed}
          width="short"
          ltr
          errors={data.errors}
        />
        <Button>{t('auth.grant.go')}</Button>
      </Form>
    </Page>
  );
}

function Given({ view, plan }: { view: View; plan: GrantView['plan'] }) {
  const { t } = view;
  const name = plan.alias;
  return (
    <>
      <Summary
        view={view}
        rows={[
          { label: t('auth.grant.gives', { name }), value: teamWords(view, plan.teams) },
          { label: t('auth.grant.becomes'), value: roleWords(view, plan.roles) },
        ]}
      />
      {plan.canGrant ? <p>{t('auth.grant.can-grant', { name })}</p> : null}
    </>
  );
}

export interface ActView {
  id: string;
  plan: GrantView['plan'];
  asker: string;
  askedAt: string;
  /** What the reader can do: who asked may take it back, another confirm, and who holds the keys finish. */
  mode: 'decide' | 'own' | 'finish';
  nav: ComponentChildren;
}

/** The second supervisor looks at what the first one asks. */
export function ActPage({ view, data }: { view: View; data: ActView }) {
  const { t } = view;
  const name = data.plan.alias;
  const buttons = {
    decide: [
      { value: 'approved', label: t('auth.act.approve') },
      { value: 'refused', label: t('auth.act.refuse') },
    ],
    own: [{ value: 'withdrawn', label: t('auth.act.withdraw') }],
    finish: [{ value: 'finish', label: t('auth.grant.go') }],
  }[data.mode];
  return (
    <Page
      view={view}
      title={t('auth.act.title', { name })}
      back={{ href: pathIn(view, '/desk/people') }}
      nav={data.nav}
    >
      <p>{t('auth.act.asked', { asker: data.asker, time: data.askedAt })}</p>
      <Given view={view} plan={data.plan} />
      {data.mode === 'own' ? <p>{t('auth.act.own')}</p> : null}
      {data.mode === 'finish' ? <p>{t('auth.act.finish')}</p> : null}
      <Form view={view} action={pathIn(view, `/desk/people/acts/${data.id}`)}>
        <ButtonRow>
          {buttons.map(({ value, label }, at) => (
            <Button key={value} name="decision" value={value} kind={at === 0 ? 'primary' : 'secondary'}>
              {label}
            </Button>
          ))}
        </ButtonRow>
      </Form>
    </Page>
  );
}
