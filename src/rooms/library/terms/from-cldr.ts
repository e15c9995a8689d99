// SPDX-License-Identifier: EUPL-1.2
import { LANGS, languages } from '#platform/i18n';
import type { TermSeed } from '#platform/records';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => `${first}${second}`));

// Names that CLDR has for tests, for what is unknown, and for groups of countries.
const NO_COUNTRY = ['EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'];
const NO_LANGUAGE = ['zz'];

/**
 * The places that CLDR names, in our eight languages. No list of countries is typed here (H22): every pair of letters is
 * asked for. The installation may change a name, end a term or add one. The European Union is kept: it makes law.
 */
export function countries(): TermSeed[] {
  const codes = PAIRS.map((pair) => pair.toUpperCase()).filter((code) => !NO_COUNTRY.includes(code));
  return named('country', 'region', codes.filter(isCurrent));
}

/** The languages that have a code of two letters and a name in CLDR. */
export function spokenLanguages(): TermSeed[] {
  const codes = PAIRS.filter((pair) => !NO_LANGUAGE.includes(pair));
  return named(
    'language',
    'language',
    codes.filter((code) => Intl.getCanonicalLocales(code)[0] === code),
  );
}

/** Whether no other code took this one's place, as with a state that is no more. */
function isCurrent(code: string): boolean {
  return new Intl.Locale(Intl.getCanonicalLocales(`und-${code}`)[0] ?? 'und').region === code;
}

function named(scheme: string, type: 'region' | 'language', codes: readonly string[]): TermSeed[] {
  const namers = LANGS.map(
    (lang) => [lang, new Intl.DisplayNames([languages[lang].locale], { type, fallback: 'none' })] as const,
  );
  return codes.flatMap((code) => {
    const names = namers.map(([lang, namer]) => [lang, namer.of(code)] as const);
    const label = Object.fromEntries(names.filter(([, name]) => name !== undefined));
    return 'en' in label ? [{ scheme, code, label: label as Record<string, string> }] : [];
  });
}
