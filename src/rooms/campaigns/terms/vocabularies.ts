// SPDX-License-Identifier: EUPL-1.2
import { LANGS, languages } from '#platform/i18n';
import type { TermSeed } from '#platform/records';
import look from './campaign-look.json' with { type: 'json' };
import way from './campaign-way.json' with { type: 'json' };
import rule from './observance-rule.json' with { type: 'json' };
import type from './observance-type.json' with { type: 'json' };

/** Monday first, as ISO 8601 counts. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** Every term of the room, for `seedTerms`. Audiences and topics are the library's. */
export function termSeeds(): TermSeed[] {
  const ours = [type, rule, way, look].flatMap(({ scheme, terms }) =>
    terms.map(({ code, label }, ord) => ({ scheme, code, ord, label: { ...label } })),
  );
  return [...ours, ...weekdays()];
}

// A Monday, for the names that CLDR has for the days.
const MONDAY = Date.UTC(2001, 0, 1);
const DAY = 86_400_000;

function weekdays(): TermSeed[] {
  return WEEKDAYS.map((code, ord) => {
    const names = LANGS.map((lang) => {
      const names = new Intl.DateTimeFormat(languages[lang].locale, { weekday: 'long', timeZone: 'UTC' });
      return [lang, names.format(MONDAY + ord * DAY)];
    });
    return { scheme: 'weekday', code, ord, label: Object.fromEntries(names) };
  });
}
