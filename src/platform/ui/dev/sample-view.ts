// SPDX-License-Identifier: EUPL-1.2
import { LANGS, type Lang, languages, translator } from '#platform/i18n';
import type { HelpNumber, SiteView, View } from '../view.ts';

const line = (label: string, number: string): HelpNumber => ({
  label,
  number,
  free: true,
  hours: 'Day and night',
  checked: true,
});

const site: SiteView = {
  name: 'Rowan',
  shortAddress: 'rowan.example',
  colours: null,
  kind: 'real',
  complete: true,
  emergency: line('Emergency', '000'),
  numbers: [line('Example line', '00 11')],
  open: LANGS,
  offRooms: [],
};

type Changes = Partial<Omit<View, 'site' | 'lang'>> & { site?: Partial<SiteView> };

/** A view of an invented installation, for tests and examples. Its numbers are nobody's. */
export function sampleView(lang: Lang = 'en', changes: Changes = {}): View {
  return {
    t: translator(lang),
    lang,
    dir: languages[lang].dir,
    path: '/sample',
    csrf: null,
    area: 'public',
    assets: { css: 'site.css', icons: 'icons.svg', islands: { page: 'page.js', desk: 'desk.js' } },
    ...changes,
    site: { ...site, ...changes.site },
  };
}
