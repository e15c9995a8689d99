// SPDX-License-Identifier: EUPL-1.2
import { isLang, LANGS, languages } from '#platform/i18n';
import type { Look } from './palette.ts';
import type { FactUnit, Unit } from './pieces.ts';

/** The eight languages, and two without words for any other: one for each direction of reading. */
export const EDITIONS = [...LANGS, 'blank-ltr', 'blank-rtl'] as const;
export type EditionCode = (typeof EDITIONS)[number];

export const isEdition = (text: string): text is EditionCode => EDITIONS.some((one) => one === text);

export type KitTexts = Partial<Record<Unit, string>>;

export interface Logo {
  name: string;
  /** PNG or JPEG. */
  bytes: Buffer;
}

/** What a country adds to a kit. The number comes from set-up alone (H11). */
export interface LocalFacts {
  phone: string;
  address: string;
  ministry: string;
  logos: readonly Logo[];
  /** Where the QR code leads; null for none. */
  qr: string | null;
}

export const NO_FACTS: LocalFacts = { phone: '', address: '', ministry: '', logos: [], qr: null };

/** One kit in one language or blank, with what the country added. */
export interface Edition {
  title: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  look: Look;
  /** Null: blank. */
  texts: KitTexts | null;
  logos: readonly Logo[];
  qr: string | null;
  /** What stands in a box; '' for nothing. */
  words(unit: Unit | FactUnit): string;
}

interface Given {
  title: string;
  look: Look;
  texts: KitTexts | null;
  facts: LocalFacts;
}

/** An edition by its code: a language of ours, or blank. */
export function editionOf(code: EditionCode, { title, look, texts, facts }: Given): Edition {
  if (!isLang(code)) return blankEdition(code === 'blank-rtl' ? 'rtl' : 'ltr', { title, look, facts });
  return writtenEdition({ lang: code, dir: languages[code].dir }, { title, look, texts: texts ?? {}, facts });
}

function blankEdition(dir: 'ltr' | 'rtl', { title, look }: Omit<Given, 'texts'>): Edition {
  return { title, lang: 'zxx', dir, look, texts: null, logos: [], qr: null, words: () => '' };
}

/** Words in any language that the fonts can write. */
export function writtenEdition(
  { lang, dir }: { lang: string; dir: 'ltr' | 'rtl' },
  { title, look, texts, facts }: Given & { texts: KitTexts },
): Edition {
  const said: Partial<Record<Unit | FactUnit, string>> = {
    ...texts,
    phone: facts.phone,
    address: facts.address,
    ministry: facts.ministry,
  };
  return {
    title,
    lang,
    dir,
    look,
    texts,
    logos: facts.logos,
    qr: facts.qr,
    words: (unit) => said[unit] ?? '',
  };
}
