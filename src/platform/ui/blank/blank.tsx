// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '../icon/icon.tsx';
import type { View } from '../view.ts';

/** Covers a desk page that nobody used for five minutes. Closed, and opened by script only. */
export function Blank({ view }: { view: View }) {
  return (
    <dialog class="blank" data-blank aria-labelledby="blank-title">
      <form method="dialog">
        <Icon view={view} name="eye-off" />
        <h2 id="blank-title">{view.t('ui.blank.title')}</h2>
        <p>{view.t('ui.blank.text')}</p>
        <button class="btn btn-primary" type="submit">
          {view.t('ui.blank.show')}
        </button>
      </form>
    </dialog>
  );
}
