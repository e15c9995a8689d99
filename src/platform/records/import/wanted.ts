// SPDX-License-Identifier: EUPL-1.2
import type { MessageKey } from '#platform/i18n';
import { levelFor } from '../access.ts';
import { parseFacts, parseWords } from '../change/parse.ts';
import type { Field, FileRef, Row } from '../kind/fields.ts';
import type { Kind } from '../kind/kind.ts';
import type { Facts, FullRecord, Words } from '../record.ts';
import { kindOf } from '../registry.ts';
import { type Draft, type Incoming, shortly, type Unfit } from './draft.ts';
import { mayName, type Targets } from './targets.ts';

/** What a record shall be after an import. */
export interface Wanted {
  /** Links to records that do not exist yet are stand-ins. */
  facts: Facts;
  /** By language; those the file does not have are not here. */
  words: Record<string, Words>;
  unfit: Unfit[];
}

/** What the world around a file has. */
export interface Around {
  targets: Targets;
  isTerm: (scheme: string, code: string) => boolean;
  hasFile: (sha256: string) => boolean;
}

/**
 * Lays what a file says over what is here: fields that the file could not have (others may not see them, or it has no such
 * column) stay as they are. What does not fit is left out and listed. Pure.
 */
export function wantedOf({ row, parcel }: Draft, before: FullRecord | null, around: Around): Wanted {
  const kind = kindOf(parcel.kind);
  const unfit: Unfit[] = [];
  const note = (column: string, message: MessageKey, value: unknown) =>
    unfit.push({ row, column, message, value: shortly(value) });
  const said = fitting(
    parcel.facts,
    (raw) => parseFacts(kind, linkedFacts(kind, raw, { around, note })),
    note,
  );
  const facts = { ...said };
  for (const [name, value] of Object.entries(said)) {
    const kept = keptValue(kind, name, { value, around, note });
    if (kept === undefined) delete facts[name];
    else facts[name] = kept;
  }
  const words = Object.entries(parcel.words).map(([lang, raw]): [string, Words] => [
    lang,
    fitting(raw, (body) => parseWords(kind, body), note) as Words,
  ]);
  return {
    facts: overFacts(kind, parcel, { said: facts, before: before?.facts ?? {} }),
    words: Object.fromEntries(
      words.map(([lang, body]) => [
        lang,
        overWords(kind, parcel, { lang, said: body, before: before?.words[lang]?.body ?? {} }),
      ]),
    ),
    unfit,
  };
}

type Note = (column: string, message: MessageKey, value: unknown) => void;
type Body = Record<string, unknown>;

/** What of a body has the right form; the rest is noted and left out. */
function fitting(raw: Body, parse: (raw: Body) => ReturnType<typeof parseFacts>, note: Note): Body {
  const first = parse(raw);
  if (first.ok) return first.body;
  const messages = {
    unknown: 'records.import.unknown',
    wrong: 'records.import.wrong',
    long: 'records.import.long',
  } as const;
  for (const { unit, code } of first.problems) note(unit, messages[code], raw[unit]);
  const wrong = new Set(first.problems.map(({ unit }) => unit));
  const second = parse(Object.fromEntries(Object.entries(raw).filter(([unit]) => !wrong.has(unit))));
  return second.ok ? second.body : {};
}

interface Fitting {
  around: Around;
  note: Note;
}

/** Links as numbers. One that leads to no record here, or to one of another kind, is noted. */
function linkedFacts(kind: Kind, raw: Body, { around, note }: Fitting): Body {
  const targets = (name: string, value: unknown) =>
    [value].flat().flatMap((address) => {
      const id =
        typeof address === 'string' || typeof address === 'number' ? around.targets.idOf(`${address}`) : null;
      const target = id === null ? null : around.targets.kindOf(id);
      if (id !== null && target !== null && mayName(kind.name, name, target)) return [id];
      note(name, 'records.import.no-link', address);
      return [];
    });
  return Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]): [string, unknown][] => {
      const as = Object.hasOwn(kind.fields, name) ? kind.fields[name]?.as : undefined;
      if (as === 'link')
        return targets(name, value)
          .slice(0, 1)
          .map((id) => [name, id]);
      if (as === 'links') return [[name, [...new Set(targets(name, value))]]];
      return [[name, value]];
    }),
  );
}

/** Terms that nobody knows and files that are not here cannot be kept. */
function keptValue(kind: Kind, name: string, { value, around, note }: Fitting & { value: unknown }): unknown {
  const field = kind.fields[name];
  if (field === undefined) return undefined;
  if (field.as === 'rows') {
    const rows = value as Row[];
    return rows.map(({ k, ...cells }) => ({ k, ...keptCells(name, field, { cells, around, note }) }));
  }
  if (field.as !== 'files') return keptTerms(name, field, { value, around, note });
  const files = (value as FileRef[]).filter((file) => {
    const there = around.hasFile(file.sha256);
    if (!there) note(name, 'records.import.no-file', file.name);
    return there;
  });
  return files.length === 0 ? undefined : files;
}

function keptTerms(
  column: string,
  field: Field,
  { value, around, note }: Fitting & { value: unknown },
): unknown {
  if (field.as !== 'choice' && field.as !== 'choices') return value;
  const kept = [value].flat().filter((code) => {
    const known = around.isTerm(field.scheme ?? '', String(code));
    if (!known) note(column, 'records.import.no-term', code);
    return known;
  });
  if (kept.length === 0) return undefined;
  return field.as === 'choice' ? kept[0] : kept;
}

function keptCells(name: string, { cells: known }: Field, said: Fitting & { cells: Body }): Body {
  const { cells, ...fitted } = said;
  return Object.fromEntries(
    Object.entries(cells).flatMap(([cell, value]): [string, unknown][] => {
      const field = known[cell];
      if (field === undefined) return [];
      const kept = keptTerms(`${name}/${cell}`, field, { ...fitted, value });
      return kept === undefined ? [] : [[cell, kept]];
    }),
  );
}

/** Whether the file could have this field; if it has it not, it has no value. */
function covers(parcel: Incoming, field: Field | undefined, column: string): boolean {
  if (field === undefined) return false;
  if (parcel.only !== undefined) return parcel.only.includes(column);
  return levelFor(field.seen) <= levelFor(parcel.seen);
}

interface Laid<B> {
  said: B;
  before: B;
}

function overFacts(kind: Kind, parcel: Incoming, { said, before }: Laid<Facts>): Facts {
  const kept = Object.entries(before).filter(([name]) => !covers(parcel, kind.fields[name], name));
  const laid = Object.entries(said).filter(([name]) => covers(parcel, kind.fields[name], name));
  const rows = laid.map(([name, value]): [string, unknown] => {
    const field = kind.fields[name];
    return [
      name,
      field?.as === 'rows'
        ? overRows(parcel, field, { said: value as Row[], before: (before[name] ?? []) as Row[] })
        : value,
    ];
  });
  return Object.fromEntries([...kept, ...rows]);
}

/** Cells that the packer could not see stay with their rows. */
function overRows(parcel: Incoming, field: Field, { said, before }: Laid<Row[]>): Row[] {
  const isHidden = (cell: string) => levelFor(field.cells[cell]?.seen ?? 'staff') > levelFor(parcel.seen);
  return said.map((row) => {
    const old = before.find(({ k }) => k === row.k) ?? {};
    const hidden = Object.entries(old).filter(([cell]) => cell !== 'k' && isHidden(cell));
    const open = Object.entries(row).filter(([cell]) => cell === 'k' || !isHidden(cell));
    return { ...Object.fromEntries([...open, ...hidden]), k: row.k };
  });
}

function overWords(
  kind: Kind,
  parcel: Incoming,
  { lang, said, before }: Laid<Words> & { lang: string },
): Words {
  const isCovered = (unit: string) => {
    const [name = '', key, cell = ''] = unit.split('/');
    const field = kind.fields[name];
    if (!covers(parcel, field, `${name}.${lang}`)) return false;
    return key === undefined || levelFor(field?.cells[cell]?.seen ?? 'staff') <= levelFor(parcel.seen);
  };
  const kept = Object.entries(before).filter(([unit]) => !isCovered(unit));
  const laid = Object.entries(said).filter(([unit]) => isCovered(unit));
  return Object.fromEntries([...kept, ...laid]);
}
