// SPDX-License-Identifier: EUPL-1.2
import type { MessageKey } from '#platform/i18n';
import { Icon } from '../icon/icon.tsx';
import type { SiteView, View } from '../view.ts';

/** Says on every page that nobody reads it, as long as that is so (H12). */
export function Banner({ view }: { view: View }) {
  const key = bannerKey(view.site);
  if (key === null) return null;
  return (
    <aside class="banner" data-kind={view.site.kind}>
      <p>
        <Icon view={view} name="triangle-alert" />
        <strong>{view.t(key)}</strong>
      </p>
    </aside>
  );
}

function bannerKey(site: SiteView): MessageKey | null {
  if (site.kind === 'demo') return 'ui.banner.demo';
  if (site.kind === 'rehearsal') return 'ui.banner.rehearsal';
  return site.complete ? null : 'ui.banner.incomplete';
}
