// SPDX-License-Identifier: EUPL-1.2
import { levelFor } from '../access.ts';
import { sourceUnits } from '../change/units.ts';
import { type FileUse, fileUses } from '../files/file-use.ts';
import type { Field, Row, Weight } from '../kind/fields.ts';
import type { Kind } from '../kind/kind.ts';
import type { Face, Level } from '../record.ts';
import { type Body, type Held, isShown, type Part } from '../store/held.ts';

/** A facet before it has the number of its term. */
export type Facet = readonly [scheme: string, code: string];

export type Texts = Readonly<Record<Weight, readonly string[]>>;

/** What readers may find of a record on one face: public fields only, whatever the face. */
export interface FaceView {
  seen: Level;
  /** ISO 8601; null where the record itself says none. */
  day: string | null;
  facets: Facet[];
  /** Targets of link fields that are facets; only those that are shown become one. */
  linked: number[];
  words: { lang: string; title: string; lede: string; texts: Texts }[];
  links: { field: string; ord: number; target: number }[];
  /** Every file, each for those who see its field. */
  files: FileUse[];
}

/** What lies in one language on a face; null where nothing is. */
function bodyOn(part: Part | undefined, face: Face): Body | null {
  if (part === undefined) return null;
  return face === 0 ? part.live : part.body;
}

/** Null where the record does not show itself on this face. Pure. */
export function viewOf(held: Held, face: Face): FaceView | null {
  if (face === 0 && !isShown(held)) return null;
  const { kind } = held;
  const facts = bodyOn(held.parts.get(''), face) ?? {};
  const original = bodyOn(held.parts.get(held.tongue), face) ?? {};
  const langs = [...held.parts.keys()].filter(
    (lang) => lang !== '' && bodyOn(held.parts.get(lang), face) !== null,
  );
  return {
    seen: face === 0 ? levelFor(kind.seen) : 2,
    day: dayOf(kind, facts),
    facets: facetsOf(held, { face, facts, langs }),
    linked: publicFields(kind)
      .flatMap(([name, field]) => (isLink(field) && field.facet ? targets(facts[name]) : []))
      .filter((target) => target !== held.id),
    words: langs.map((lang) => {
      const words = bodyOn(held.parts.get(lang), face) ?? {};
      const title = textOf(words[kind.title]) || textOf(original[kind.title]);
      const lede = kind.lede !== null && isPublic(kind.fields[kind.lede]) ? textOf(words[kind.lede]) : '';
      return { lang, title, lede, texts: textsOf(kind, facts, words) };
    }),
    links: publicFields(kind).flatMap(([field, { as }]) =>
      as === 'link' || as === 'links'
        ? targets(facts[field]).map((target, ord) => ({ field, ord, target }))
        : [],
    ),
    files: fileUses(kind, facts),
  };
}

const isPublic = (field: Field | undefined) => field?.seen === 'public';
const isLink = ({ as }: Field) => as === 'link' || as === 'links';
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

function publicFields(kind: Kind): [string, Field][] {
  return Object.entries(kind.fields).filter(([, field]) => isPublic(field));
}

function targets(value: unknown): number[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return [...new Set(list.filter((one) => typeof one === 'number'))];
}

/** 2021 and 2021-12 stand at their first day. */
function dayOf(kind: Kind, facts: Body): string | null {
  if (kind.day === null || !isPublic(kind.fields[kind.day])) return null;
  const said = textOf(facts[kind.day]);
  return said === '' ? null : [said, '01', '01'].join('-').slice(0, '2021-12-03'.length);
}

interface Shown {
  face: Face;
  facts: Body;
  langs: readonly string[];
}

function facetsOf({ kind, state, successor, edition }: Held, { face, facts, langs }: Shown): Facet[] {
  const published = successor === null ? 'live' : 'superseded';
  const facets: Facet[] = [
    ['kind', kind.name],
    ['state', face === 0 ? published : state],
  ];
  if (face === 1 && edition > 0 && state === 'review') facets.push(['state', published]);
  facets.push(...langs.map((lang): Facet => ['lang', lang]));
  for (const [name, field] of publicFields(kind)) {
    if (!field.facet || field.scheme === null) continue;
    const codes: unknown[] = Array.isArray(facts[name]) ? facts[name] : [facts[name]];
    for (const code of codes) if (typeof code === 'string') facets.push([field.scheme, code]);
  }
  return facets;
}

/** Public texts by weight: words of this language, and the names and numbers that stand in every language. */
function textsOf(kind: Kind, facts: Body, words: Body): Texts {
  const texts: Record<Weight, string[]> = { A: [], B: [], C: [] };
  const source = sourceUnits(kind, facts, words);
  for (const [name, field] of publicFields(kind)) {
    if (field.search !== null) texts[field.search].push(textOf((field.words ? words : facts)[name]));
    const rows = Array.isArray(facts[name]) ? (facts[name] as Row[]) : [];
    for (const [cell, inner] of Object.entries(field.cells)) {
      if (inner.search === null || inner.seen !== 'public') continue;
      const said = rows.map((row) => (inner.words ? source.get(`${name}/${row.k}/${cell}`) : row[cell]));
      texts[inner.search].push(...said.map(textOf));
    }
  }
  return { A: texts.A.filter(Boolean), B: texts.B.filter(Boolean), C: texts.C.filter(Boolean) };
}
