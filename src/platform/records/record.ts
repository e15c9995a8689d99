// SPDX-License-Identifier: EUPL-1.2

/** draft and review: nothing is public yet, or a change of something public waits (then `edition` is above 0). */
export type RecordState = 'draft' | 'review' | 'live' | 'withdrawn' | 'superseded';

/** 0: what is published. 1: what is being worked on, for staff. */
export type Face = 0 | 1;

/** 0 everybody, 1 approved members, 2 staff. */
export type Level = 0 | 1 | 2;

/** How a body came to be; kept with its revision. */
export type Via = 'form' | 'import' | 'restore' | 'content' | 'stranger' | 'machine';

/** Who stands behind the text of a unit: a machine, a person, or a second person who checked it. */
export type UnitMaker = 'machine' | 'person' | 'checked';

/**
 * A translated unit: `of` is the hash of the source text that it was made from; `since` the day on which the source
 * became another, gone again when the source returns.
 */
export interface UnitState {
  s: UnitMaker;
  of: string;
  /** A person's uuid; null for a stranger, a machine or the installation itself. */
  by: string | null;
  /** ISO 8601. */
  at: string;
  since?: string;
}

/** Facts by field. Rows are arrays of `{ k, ...cells }`. */
export type Facts = Record<string, unknown>;

/** Words of one language by unit: `field`, or `field/key/cell` for a cell of a row. */
export type Words = Record<string, string>;

/** The words of one language. `rev` is the revision that is shown on this face. */
export interface WordsPart {
  rev: number;
  body: Words;
  /** Empty for the original. */
  units: Record<string, UnitState>;
  /** Units whose source changed after they were made. */
  stale: number;
  /** Units of the original without a text here. */
  todo: number;
  /** Units that no person has read. */
  machine: number;
}

/** A record as one reader may see it: fields above their level are not in it. */
export interface FullRecord {
  id: number;
  kind: string;
  /** Language of the original. */
  tongue: string;
  state: RecordState;
  org: number | null;
  successor: number | null;
  /** Why it was withdrawn, or what the reviewer asked for. The second is for staff and absent on face 0. */
  reason: string | null;
  /** Number of the last publication; 0 before the first. */
  edition: number;
  madeBy: string | null;
  madeAt: Date;
  facts: Facts;
  factsRev: number;
  words: Record<string, WordsPart>;
}

/** The same unit was changed by two people; nothing was saved. `undefined`: removed. */
export interface Clash {
  unit: string;
  mine: unknown;
  theirs: unknown;
}

/** `merged`: somebody else saved in between, and both changes are kept. `rev` stays where nothing changed. */
export type SaveResult =
  | { ok: true; rev: number; merged: boolean }
  | { ok: false; rev: number; clashes: Clash[] };

/** Why a record cannot be published. `field` is a field or unit, '' for the whole; `message` a key of the catalogue. */
export interface Lack {
  field: string;
  message: string;
}

/** One revision of one part. `lang` is '' for the facts. */
export interface RevisionLine {
  lang: string;
  rev: number;
  by: string | null;
  at: Date;
  via: Via;
  note: string | null;
}

/** One act of publishing: the revision of each part that readers saw from then on. */
export interface EditionLine {
  no: number;
  parts: Record<string, number>;
  by: string | null;
  at: Date;
  note: string | null;
}

export interface History {
  /** Newest first. */
  revisions: RevisionLine[];
  editions: EditionLine[];
}

/** An old body as today's shape reads it. `gone`: values of fields that the kind has no longer. */
export interface OldBody {
  lang: string;
  rev: number;
  body: Record<string, unknown>;
  gone: Record<string, unknown>;
}

/** A term of a vocabulary. `since` and `until` are days (ISO 8601); `becomes` is the term that took its place. */
export interface Term {
  id: number;
  scheme: string;
  code: string;
  broader: number | null;
  ord: number;
  since: string | null;
  until: string | null;
  becomes: number | null;
  /** Language -> label; empty where the catalogues have it. */
  label: Record<string, string>;
}

/** A term as rooms ship it; `broader` and `becomes` are codes of the same scheme. */
export interface TermSeed {
  scheme: string;
  code: string;
  broader?: string;
  ord?: number;
  since?: string;
  until?: string;
  becomes?: string;
  label?: Record<string, string>;
}

/** The name of a record that the reader may see; `lang` says in which language the title is. */
export interface LinkedTitle {
  id: number;
  kind: string;
  title: string;
  lang: string;
}

/** A record that links here, through which field of which kind. */
export interface BacklinkLine {
  kind: string;
  field: string;
  id: number;
  title: string;
}
