// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import type { MessageKey } from '#platform/i18n';
import { Ltr, Section, type View } from '#platform/ui';
import type { DeviceKind } from '../words.ts';

interface How {
  readonly steps: readonly MessageKey[];
  /** Opens the profile, which holds the address, instead of copying it. */
  readonly byProfile: boolean;
  readonly know: readonly MessageKey[];
}

const browser: readonly MessageKey[] = [
  'guard.how.browser-copy',
  'guard.how.browser-open',
  'guard.how.browser-paste',
  'guard.how.browser-each',
];
const knowBrowser: readonly MessageKey[] = [
  'guard.how.know-browser',
  'guard.how.know-remove',
  'guard.how.know-names',
  'guard.how.know-network',
];

const HOW: Readonly<Record<DeviceKind, How>> = {
  android: { steps: browser, byProfile: false, know: ['guard.how.know-private-dns', ...knowBrowser] },
  iphone: {
    steps: ['guard.how.profile-open', 'guard.how.iphone-install'],
    byProfile: true,
    know: ['guard.how.profile-unsigned', 'guard.how.know-profile'],
  },
  mac: {
    steps: ['guard.how.profile-open', 'guard.how.mac-install'],
    byProfile: true,
    know: ['guard.how.profile-unsigned', 'guard.how.know-profile'],
  },
  windows: { steps: browser, byProfile: false, know: knowBrowser },
  chromebook: { steps: browser, byProfile: false, know: knowBrowser },
  other: { steps: browser, byProfile: false, know: knowBrowser },
};

interface StepsProps {
  view: View;
  kind: DeviceKind;
  address: { profile: string };
}

/** Short and honest: what to press, and what this way cannot do. */
export function Steps({ view, kind, address }: StepsProps) {
  const { t } = view;
  const { steps, byProfile, know } = HOW[kind];
  const bold = (words: ComponentChildren) => <b>{words}</b>;
  return (
    <>
      <ol>
        {steps.map((key, at) => (
          <li key={key}>
            {t.parts<ComponentChildren>(key, { b: bold })}
            {byProfile && at === 0 ? <Profile view={view} address={address.profile} /> : null}
          </li>
        ))}
      </ol>
      <Section title={t('guard.device.know')}>
        <ul>
          {know.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Profile({ view, address }: { view: View; address: string }) {
  return (
    <>
      <p class="address">
        <Ltr>{address}</Ltr>
      </p>
      <p>
        <a href={address}>{view.t('guard.how.profile-link')}</a>
      </p>
    </>
  );
}
