// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  type FieldErrors,
  Form,
  LinkButton,
  Page,
  Panel,
  pathIn,
  TextField,
  type View,
} from '#platform/ui';
import type { EmergencyForm, Recovered } from '../emergency/use-recovery.ts';
import { Halves } from './issued-page.tsx';

export interface EmergencyView {
  action: string;
  typed: EmergencyForm;
  errors: FieldErrors;
}

/** Nobody can open anything any more: two people with two papers let one supervisor in. */
export function EmergencyPage({ view, data }: { view: View; data: EmergencyView }) {
  const { t } = view;
  const { typed, errors } = data;
  const field = (name: keyof EmergencyForm, width: 'full' | 'medium' | 'short') => (
    <TextField
      view={view}
      name={name}
      label={t(`auth.emergency.${name}`)}
      value={typed[name]}
      width={width}
      ltr={name !== 'alias'}
      errors={errors}
    />
  );
  return (
    <Page view={view} title={t('auth.emergency.title')} errors={errors} form="emergency">
      <Panel view={view} kind="warn" title={t('auth.emergency.only')}>
        <p>{t('auth.emergency.told')}</p>
      </Panel>
      <p>{t('auth.emergency.lead')}</p>
      <Form view={view} action={data.action} id="emergency">
        {field('alias', 'medium')}
        {field('fingerprint', 'short')}
        {field('a', 'full')}
        {field('b', 'full')}
        <Button kind="danger">{t('auth.emergency.go')}</Button>
      </Form>
    </Page>
  );
}

/** Shown once: who got the keys, and the papers of the next recovery key. */
export function RecoveredPage({ view, data }: { view: View; data: Recovered }) {
  const { t } = view;
  return (
    <Page view={view} title={t('auth.recovered.title', { name: data.alias })}>
      <Panel view={view} kind="warn" title={t('auth.issued.once')} />
      <p>{t('auth.recovered.spent')}</p>
      <Halves view={view} halves={data.halves} />
      <p>{t('auth.recovered.next', { name: data.alias })}</p>
      <LinkButton href={pathIn(view, '/desk/sign-in')}>{t('auth.recovered.go')}</LinkButton>
    </Page>
  );
}
