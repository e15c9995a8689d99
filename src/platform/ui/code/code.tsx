// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '../icon/icon.tsx';
import { Ltr } from '../ltr/ltr.tsx';
import { useIsland } from '../page/head.ts';
import type { View } from '../view.ts';

/** A code to keep, in fours: two rows of two on a phone, one row where there is room, always from left to right. */
export function Code({ view, code }: { view: View; code: string }) {
  useIsland('page');
  const signs = code.replace(/[^0-9a-z]/gi, '');
  const groups = signs.match(/.{1,4}/g) ?? [];
  return (
    <div class="code-card">
      <p class={groups.length === 4 ? 'code code-four' : 'code'} dir="ltr" data-code={groups.join(' ')}>
        {groups.map((group, at) => (
          <span key={at}>{at < groups.length - 1 ? `${group} ` : group}</span>
        ))}
      </p>
      <p class="code-where">
        <Ltr>{view.site.shortAddress}</Ltr>
      </p>
      <div class="code-tools" hidden data-code-tools>
        <button class="btn btn-secondary" type="button" data-copy>
          <Icon view={view} name="copy" />
          {view.t('ui.copy')}
        </button>
        <button class="btn btn-secondary" type="button" data-print>
          <Icon view={view} name="printer" />
          {view.t('ui.print')}
        </button>
        <span
          role="status"
          data-copy-status
          data-copied={view.t('ui.copied')}
          data-failed={view.t('ui.copy-failed')}
        />
      </div>
    </div>
  );
}
