// SPDX-License-Identifier: EUPL-1.2
import { type Compiled, compileMessage, type PartArgs, type Value } from './compile.ts';
import type { MessageKey, Messages } from './generated/catalogue.ts';
import generated from './generated/messages.json' with { type: 'json' };
import { type Digits, type Lang, languages } from './languages.ts';

export type { MessageKey, Messages, MessageTags, SafetyKey } from './generated/catalogue.ts';

/** Arguments of a message whose key is known only when it runs, such as a field's error. */
export type MessageArgs = Readonly<Record<string, Value>>;

type ArgsOf<K extends MessageKey> = keyof Messages[K] extends never
  ? [args?: MessageArgs]
  : [args: Messages[K]];

/** Says a message in one language. Made by {@link translator}. */
export interface Translate {
  <K extends MessageKey>(key: K, ...args: ArgsOf<K>): string;
  /**
   * The same message in pieces, for what text cannot hold: an argument may be an element, and a tag in the message
   * (`Read <a>this</a>`) is wrapped by the function of its name.
   */
  parts<N>(key: MessageKey, args: PartArgs<N>): (string | N)[];
  readonly lang: Lang;
}

/** The catalogue as the build writes it. A key that a language lacks is read in English. */
export interface Catalogue {
  safety: readonly string[];
  review: Readonly<Record<string, Readonly<Record<string, string>>>>;
  messages: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const catalogue: Catalogue = generated;
const made = new Map<string, Translate>();

/**
 * The translator of one language, made once. `digits` are the installation's. An unknown key throws in tests
 * and shows itself elsewhere: a page with one odd word still helps somebody.
 */
export function translator(lang: Lang, digits: Digits = 'latn'): Translate {
  const name = `${lang} ${digits}`;
  const known = made.get(name);
  if (known) return known;
  const fresh = translatorOf(catalogue, lang, digits);
  made.set(name, fresh);
  return fresh;
}

/** {@link translator} over a catalogue of the caller's, which a test or a preview of drafts may bring. */
export function translatorOf(texts: Catalogue, lang: Lang, digits: Digits = 'latn'): Translate {
  const own = texts.messages[lang] ?? {};
  const english = texts.messages.en ?? {};
  const compiled = new Map<string, Compiled>();

  const find = (key: string): Compiled => {
    const known = compiled.get(key);
    if (known) return known;
    const translated = textOf(own, key);
    const text = translated ?? textOf(english, key);
    if (text === undefined) return unknownKey(key);
    const fresh = compileMessage(text, translated === undefined ? 'en' : lang, digits);
    compiled.set(key, fresh);
    return fresh;
  };
  const say = (key: MessageKey, args: MessageArgs = {}): string => {
    let text = '';
    find(key)<never>(args, (part) => {
      text += part;
    });
    return text;
  };
  const parts = <N>(key: MessageKey, args: PartArgs<N>): (string | N)[] => {
    const list: (string | N)[] = [];
    find(key)(args, (part: string | N) => list.push(part));
    return list;
  };
  return Object.assign(say, { parts, lang });
}

function textOf(texts: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}

function unknownKey(key: string): Compiled {
  if (process.env.NODE_ENV === 'test') throw new RangeError(`no message ${key} in any language`);
  return (_, out) => out(key);
}

/** Keys of safety text: what a child in danger reads (H10). */
export const safetyKeys: readonly string[] = catalogue.safety;

/** Whether a text of this language was passed by a named native reviewer in the catalogue itself. */
export function isReviewed(key: string, lang: Lang): boolean {
  return catalogue.review[lang]?.[key] === 'checked' && catalogue.messages[lang]?.[key] !== undefined;
}

/** One message as it stands in the catalogue, uncompiled; null where the language has none yet. */
export function sourceText(key: string, lang: Lang): string | null {
  return catalogue.messages[lang]?.[key] ?? null;
}

export function directionOf(lang: Lang): 'ltr' | 'rtl' {
  return languages[lang].dir;
}
