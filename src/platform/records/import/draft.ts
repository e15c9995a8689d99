// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { MessageKey } from '#platform/i18n';
import { FORMAT } from '../exchange/parcel.ts';

const NAME = /^[a-z]{2,3}$/;
// A proto in a list of units is a name like any other to JSON, and never one of ours.
const unit = z.string().regex(/^[a-zA-Z][\w/-]{0,200}$/);
const lang = z.string().regex(NAME);

/** A parcel as somebody else packed it; what it says of fields is looked at against the kind later. */
export const incoming = z.object({
  format: z.literal(FORMAT),
  id: z.string().trim().min(1).max(300),
  kind: z.string().max(31),
  tongue: lang,
  seen: z.enum(['public', 'members', 'staff']).default('staff'),
  published: z.array(z.string().max(10)).max(400).default([]),
  successor: z.string().max(300).optional(),
  aliases: z.array(z.string().max(400)).max(50).default([]),
  facts: z.record(unit, z.unknown()).default({}),
  words: z.record(lang, z.record(unit, z.string())).default({}),
  units: z.record(lang, z.record(unit, z.enum(['machine', 'checked']))).default({}),
  stale: z.record(lang, z.array(unit)).default({}),
  /** The columns that were there, where not everything was: `dated`, `title.en`. The rest stays as it is. */
  only: z.array(unit.or(z.string().regex(/^[\w-]+\.[a-z]{2,3}$/))).optional(),
});
export type Incoming = z.output<typeof incoming>;

/** A record as a file says it, with the versions that stood in the preview: what others change meanwhile is not lost. */
export const draft = z.object({
  /** The line or entry of the file, from 1. */
  row: z.int().positive(),
  parcel: incoming,
  base: z.object({ facts: z.int(), words: z.record(lang, z.int()) }).optional(),
});
export type Draft = z.output<typeof draft>;

/** Something of a file that did not fit and is left out. */
export interface Unfit {
  row: number;
  /** What the file or the kind calls it; '' for the row as a whole. */
  column: string;
  message: MessageKey;
  /** What stood there, cut short. */
  value: string;
}

export interface FileRead {
  drafts: Draft[];
  unfit: Unfit[];
  /** Columns and kinds of entries that nothing was taken from. */
  left: string[];
}

const SHOWN = 80;

/** The beginning of a value, for a person to find it again. */
export function shortly(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
