// SPDX-License-Identifier: EUPL-1.2
import { Icon, pathIn, useIsland, type View } from '#platform/ui';

interface PasskeyButtonProps {
  view: View;
  /** Which of the island's three ways: see islands/passkey.ts. */
  way: 'sign-in' | 'confirm' | 'add';
  label: string;
  /** Where to go when it worked: a path without language. */
  next: string;
}

/** Shown by its script where the browser knows passkeys. Without script the form beside it is the way. */
export function PasskeyButton({ view, way, label, next }: PasskeyButtonProps) {
  const { t } = view;
  useIsland('passkey');
  return (
    <div
      class="passkey"
      hidden
      data-passkey={way}
      data-csrf={view.csrf ?? ''}
      data-language={pathIn(view, '/')}
      data-next={next}
      data-failed={t('auth.passkey.failed')}
      data-password={t('auth.passkey.password')}
      data-opens={t('auth.passkey.opens')}
      data-needs-password={t('auth.passkey.needs-password')}
      data-refused={t('auth.passkey.refused')}
      data-synced={t('auth.passkey.synced')}
    >
      <button type="button" class="btn btn-secondary">
        <Icon view={view} name="key-round" />
        {label}
      </button>
      <p role="status" />
    </div>
  );
}
