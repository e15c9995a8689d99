// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  ButtonRow,
  type FieldErrors,
  Form,
  LinkButton,
  Ltr,
  Page,
  Panel,
  pathIn,
  Radios,
  Section,
  type View,
} from '#platform/ui';
import { DEVICE_KINDS, type DeviceKind } from '../words.ts';
import { Steps } from './device-steps.tsx';
import { childPath, devicePath, deviceWords } from './frame.tsx';
import { Qr } from './qr.tsx';

/** F6: the kind of device, which decides the steps. */
export function DeviceKindPage({ view, child, errors }: { view: View; child: string; errors: FieldErrors }) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={t('guard.device.title')}
      heading="field"
      errors={errors}
      back={{ href: pathIn(view, childPath(child)) }}
    >
      <Form view={view} action={pathIn(view, `${childPath(child)}/device`)}>
        <Radios
          view={view}
          name="kind"
          legend={t('guard.device.title')}
          heading
          options={DEVICE_KINDS.map((kind) => ({ value: kind, label: deviceWords(t, kind) }))}
          errors={errors}
        />
        <Button>{t('ui.continue')}</Button>
      </Form>
      <p class="after-form">
        <a href={pathIn(view, `${childPath(child)}/network`)}>{t('guard.device.network')}</a>
      </p>
    </Page>
  );
}

export interface DeviceView {
  id: string;
  kind: DeviceKind;
  child: string;
  /** The DoH address with its token, and the profile's; null once it was shown long enough. */
  address: { doh: string; profile: string } | null;
}

/** F7: the address, once, and the steps for this kind of device. */
export function DevicePage({ view, device }: { view: View; device: DeviceView }) {
  const { t } = view;
  const { address, kind } = device;
  return (
    <Page
      view={view}
      title={t('guard.device.steps', { kind: deviceWords(t, kind) })}
      back={{ href: pathIn(view, childPath(device.child)) }}
    >
      {address === null ? (
        <p>{t('guard.device.gone')}</p>
      ) : (
        <>
          {address.doh.startsWith('https:') ? null : (
            <Panel view={view} kind="warn">
              <p>{t('guard.device.no-tls')}</p>
            </Panel>
          )}
          <h2>{t('guard.device.address')}</h2>
          <p class="address">
            <Ltr>{address.doh}</Ltr>
          </p>
          <p>{t('guard.device.once')}</p>
          <Steps view={view} kind={kind} address={address} />
          <Qr text={kind === 'iphone' ? address.profile : address.doh} label={t('guard.device.qr')} />
          <LinkButton href={pathIn(view, '/test')}>{t('guard.device.test')}</LinkButton>
        </>
      )}
      <Manage view={view} device={device} />
    </Page>
  );
}

function Manage({ view, device }: { view: View; device: DeviceView }) {
  const { t } = view;
  return (
    <Section title={t('guard.child.more')}>
      <ButtonRow>
        <Form view={view} action={pathIn(view, `${devicePath(device.id)}/renew`)}>
          <Button kind="secondary" icon="refresh-cw" view={view}>
            {t('guard.device.renew')}
          </Button>
        </Form>
        <Form view={view} action={pathIn(view, `${devicePath(device.id)}/remove`)}>
          <Button kind="secondary" icon="trash-2" view={view}>
            {t('guard.device.remove')}
          </Button>
        </Form>
      </ButtonRow>
      <p>{t('guard.device.renew-hint')}</p>
      <p>{t('guard.device.remove-hint')}</p>
    </Section>
  );
}
