// SPDX-License-Identifier: EUPL-1.2
import type { Lang, Translate } from '#platform/i18n';
import type { Installation, Room } from '#platform/setup';

/**
 * A document of this place, once for all its forms: the page in each language and the English file in
 * docs/privacy are both made from it, so that neither can say what the other does not.
 */
export interface Document {
  title: string;
  lead: string;
  /** Children in danger read it: the page has the way to leave at once. */
  forChildren: boolean;
  sections: readonly Section[];
}

export interface Section {
  title: string;
  /** Left out where others do this work in the country. */
  room?: Room;
  blocks: readonly Block[];
}

export type Block =
  | string
  | { list: readonly string[] }
  | { rows: readonly (readonly [label: string, value: string])[] }
  /** Where in the source something is done; the same words in every language. */
  | { label: string; places: readonly string[] }
  /** `to` is a path of this site without its language, or a whole address. */
  | { to: string; words: string };

/** What the documents must say of this very installation. Empty texts are not set up yet. */
export interface Facts extends Pick<Installation, 'retention' | 'contact' | 'off'> {
  name: string;
  basis: string;
  watchdog: string;
}

export type Write = (t: Translate, facts: Facts) => Document;

export function factsOf(site: Installation, lang: Lang): Facts {
  const say = (words: Installation['basis']) =>
    words[lang] ?? words[site.languages[0] ?? 'en'] ?? Object.values(words)[0] ?? '';
  return {
    name: site.name === '' ? 'Rowan' : site.name,
    retention: site.retention,
    contact: site.contact,
    off: site.off,
    basis: say(site.basis),
    watchdog: say(site.watchdog),
  };
}

/** The sections that hold here: a room that is switched off keeps nothing. */
export function sectionsOf(document: Document, facts: Pick<Facts, 'off'>): Section[] {
  return document.sections.filter(({ room }) => room === undefined || facts.off[room] === undefined);
}

/** Where a contact leads: an e-mail address opens a mail. */
export const contactLink = (contact: string) =>
  contact.startsWith('https://') ? contact : `mailto:${contact}`;
