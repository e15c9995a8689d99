// SPDX-License-Identifier: EUPL-1.2
import { levelFor } from '../access.ts';
import type { FileRef, Seen } from '../kind/fields.ts';
import type { Kind } from '../kind/kind.ts';
import type { FullRecord, UnitMaker, Words } from '../record.ts';
import { kindOf } from '../registry.ts';

export const FORMAT = 'rowan-record/1';
/** Facts have no language; among names of languages they are called so. */
export const FACTS = 'facts';

/** A record as it travels: records are named by their addresses, so that it means the same in another place. */
export interface Parcel {
  format: typeof FORMAT;
  /** The permanent address of the record where it was packed. */
  id: string;
  kind: string;
  /** Language of the original. */
  tongue: string;
  /** Whose fields are in it: a field that more people may see than these is in it or has no value. */
  seen: Seen;
  /** The parts whose newest version readers see: `facts` and languages. */
  published: string[];
  /** The address of the record that took its place. */
  successor?: string;
  /** What it is called elsewhere: `scheme:value`. */
  aliases: string[];
  /** By field; links are addresses. */
  facts: Record<string, unknown>;
  /** By language, then by unit. */
  words: Record<string, Words>;
  /** Units of translations that no person wrote, or that a second person checked; and those that are out of date. */
  units: Record<string, Record<string, Exclude<UnitMaker, 'person'>>>;
  stale: Record<string, string[]>;
}

/** What a packer knows besides the record. */
export interface Told {
  seen: Seen;
  /** The parts that are published as they are here. */
  published: readonly string[];
  aliases: readonly string[];
  /** The permanent address of a record; null for one that the reader may not know of. */
  addressOf: (id: number) => string | null;
}

/** Packs a record as it was read for somebody. The same record gives the same bytes. Pure. */
export function parcelOf(record: FullRecord, told: Told): Parcel {
  const kind = kindOf(record.kind);
  const langs = languagesOf(record);
  const successor = record.successor === null ? null : told.addressOf(record.successor);
  return {
    format: FORMAT,
    id: told.addressOf(record.id) ?? '',
    kind: record.kind,
    tongue: record.tongue,
    seen: told.seen,
    published: [...told.published],
    ...(successor === null ? {} : { successor }),
    aliases: [...told.aliases],
    facts: factsOf(kind, record, told),
    words: Object.fromEntries(langs.map((lang) => [lang, sorted(record.words[lang]?.body ?? {})])),
    units: byLanguage(record, langs, (lang) => {
      const units = Object.entries(record.words[lang]?.units ?? {}).flatMap(([unit, { s }]) =>
        s === 'person' ? [] : [[unit, s] as const],
      );
      return units.length === 0 ? null : sorted(Object.fromEntries(units));
    }),
    stale: byLanguage(record, langs, (lang) => {
      const units = Object.entries(record.words[lang]?.units ?? {});
      const stale = units.flatMap(([unit, { since }]) => (since === undefined ? [] : [unit]));
      return stale.length === 0 ? null : stale.sort();
    }),
  };
}

/** The original first, then the others by name. */
export function languagesOf({ tongue, words }: Pick<FullRecord, 'tongue' | 'words'>): string[] {
  const rest = Object.keys(words).filter((lang) => lang !== tongue);
  return [...(tongue in words ? [tongue] : []), ...rest.sort()];
}

function byLanguage<V>(
  { tongue }: FullRecord,
  langs: readonly string[],
  said: (lang: string) => V | null,
): Record<string, V> {
  return Object.fromEntries(
    langs.flatMap((lang) => {
      const value = lang === tongue ? null : said(lang);
      return value === null ? [] : [[lang, value]];
    }),
  );
}

function factsOf(kind: Kind, record: FullRecord, told: Told): Record<string, unknown> {
  const facts = Object.keys(kind.fields).flatMap((name): [string, unknown][] => {
    const value = record.facts[name];
    if (value === undefined) return [];
    const packed = packedValue(kind, name, { value, told });
    return packed === null ? [] : [[name, packed]];
  });
  return Object.fromEntries(facts);
}

function packedValue(
  kind: Kind,
  name: string,
  { value, told }: { value: unknown; told: Told },
): unknown | null {
  switch (kind.fields[name]?.as) {
    case 'link':
      return told.addressOf(value as number);
    case 'links': {
      const known = (value as number[]).flatMap((id) => told.addressOf(id) ?? []);
      return known.length === 0 ? null : known;
    }
    case 'files':
      return (value as FileRef[]).map(({ sha256, name: file }) => ({ sha256, name: file }));
    case 'rows':
      return (value as Record<string, unknown>[]).map(({ k, ...cells }) => ({ k, ...sorted(cells) }));
    default:
      return value;
  }
}

function sorted<V>(values: Readonly<Record<string, V>>): Record<string, V> {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const SEEN: readonly Seen[] = ['public', 'members', 'staff'];

/** Whose fields somebody of this level reads. */
export const seenAt = (level: number): Seen => SEEN.find((seen) => levelFor(seen) === level) ?? 'public';
