// SPDX-License-Identifier: EUPL-1.2
import type { Lang } from '#platform/i18n';
import type { HelpNumber, SiteView } from '#platform/ui';
import type { HelpLine, Installation } from './installation.ts';

/** A checked number turns stale after this many days (H11). */
export const CHECKED_DAYS = 90;

/** What every page says about this installation, in `lang`. `open` are the languages whose forms are open. */
export function siteView(site: Installation, open: readonly Lang[], at: { lang: Lang; now: Date }): SiteView {
  const say = (words: Partial<Record<Lang, string>>) =>
    words[at.lang] ?? words[site.languages[0] ?? 'en'] ?? '';
  const number = (line: HelpLine): HelpNumber => ({
    label: say(line.label),
    number: line.number,
    free: line.free,
    hours: say(line.hours),
    checked: line.checkedOn !== null && ageInDays(line.checkedOn, at.now) <= CHECKED_DAYS,
  });
  const emergency = site.numbers.find((line) => line.purpose === 'emergency');
  return {
    name: site.name === '' ? 'Rowan' : site.name,
    shortAddress: site.shortAddress,
    colours: site.colours,
    kind: site.kind,
    complete: site.finishedOn !== null || site.kind !== 'real',
    emergency: emergency === undefined ? null : number(emergency),
    numbers: site.numbers.filter((line) => line !== emergency).map(number),
    open,
    offRooms: Object.entries(site.off).map(([room, by]) => ({
      room,
      name: say(by.who),
      url: by.link === '' ? null : by.link,
    })),
  };
}

function ageInDays(day: string, now: Date): number {
  return (now.getTime() - Date.parse(`${day}T00:00:00Z`)) / 86_400_000;
}
