// SPDX-License-Identifier: EUPL-1.2
import type { Lang } from '#platform/i18n';
import type { SiteView } from '#platform/ui';
import type { HelpLine, Installation } from './installation.ts';

/** What every page says about this installation. `open` are the languages whose report form is open. */
export function siteView(site: Installation, open: readonly Lang[]): SiteView {
  const numbers = site.numbers.map((line) => numberView(line));
  const emergency = site.numbers.findIndex((line) => line.purpose === 'emergency');
  return {
    name: site.name === '' ? 'Rowan' : site.name,
    shortAddress: site.shortAddress,
    colours: site.colours,
    kind: site.kind,
    complete: site.finishedOn !== null || site.kind !== 'real',
    emergency: numbers[emergency] ?? null,
    numbers: numbers.filter((_, at) => at !== emergency),
    open: [...open],
    offRooms: site.off,
  } as SiteView;
}

function numberView(line: HelpLine): SiteView['numbers'][number] {
  return {
    label: line.label,
    number: line.number,
    free: line.free,
    hours: line.hours,
    checked: line.checkedOn !== null,
  } as SiteView['numbers'][number];
}
