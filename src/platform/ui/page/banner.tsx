// SPDX-License-Identifier: EUPL-1.2
import type { MessageKey } from '#platform/i18n';
import { Icon } from '../icon/icon.tsx';
import type { SiteView, View } from '../view.ts';

/** Says on every page that nobody reads it, as long as that is so (H12). */
export function Banner({ view }: { view: View }) {
  const text = bannerText(view);
  if (text === null) return null;
  return (
    <aside class="banner" data-kind={view.site.kind}>
      <p>
        <Icon view={view} name="triangle-alert" />
        <strong>{text}</strong>
      </p>
    </aside>
  );
}

/** The words of the banner, for answers that are no page; null where somebody reads what comes in. */
export function bannerText({ t, site }: Pick<View, 't' | 'site'>): string | null {
  const key = bannerKey(site);
  return key === null ? null : t(key);
}

function bannerKey(site: SiteView): MessageKey | null {
  if (site.kind === 'demo') return 'ui.banner.demo';
  if (site.kind === 'rehearsal') return 'ui.banner.rehearsal';
  return site.complete ? null : 'ui.banner.incomplete';
}
