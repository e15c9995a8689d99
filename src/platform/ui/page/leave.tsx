// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '../icon/icon.tsx';
import type { View } from '../view.ts';

/** Ends the session on the server and goes to a neutral site; works without script. */
export const EXIT_PATH = '/exit';

/** The second way out, right after the skip link, for keyboards and screen readers. */
export function LeaveFirst({ view }: { view: View }) {
  return (
    <nav aria-label={view.t('ui.leave-label')}>
      <a class="skip" href={EXIT_PATH} data-leave rel="nofollow noreferrer">
        {view.t('ui.leave-now')}
      </a>
    </nav>
  );
}

/** Stays in sight while the page moves. With script, Shift three times does the same and the page goes blank. */
export function LeaveBar({ view }: { view: View }) {
  return (
    <section class="leave-bar" aria-label={view.t('ui.leave-label')}>
      <a class="leave" href={EXIT_PATH} data-leave rel="nofollow noreferrer">
        <Icon view={view} name="log-out" />
        {view.t('ui.leave')}
      </a>
      <span
        class="vh"
        role="status"
        data-leave-status
        data-twice={view.t('ui.leave-twice')}
        data-once={view.t('ui.leave-once')}
        data-leaving={view.t('ui.leaving')}
      />
    </section>
  );
}
