// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Db } from '#platform/db';
import { notFound } from '#platform/http';
import type { Kind } from '../kind/kind.ts';
import type { FullRecord } from '../record.ts';
import { kindOf } from '../registry.ts';
import { readRecord } from '../store/read.ts';

/** What everybody sees. */
export const READER = { face: 0, level: 0 } as const;

/** `1000-words`: the number decides. */
export const numberedParams = z
  .object({ kind: z.string().max(31), number: z.string().regex(/^[1-9]\d{0,14}(-.*)?$/u) })
  .loose();

/** A kind that everybody sees, of this room; anything else is not there. */
export function publicKind(room: string, name: string): Kind {
  const kind = kindOf(name);
  return kind.room === room && kind.seen === 'public' ? kind : notFound();
}

/** The published record of this number; the same answer for one that is not there and one that is not for everybody. */
export async function publicRecord(db: Db, kind: Kind, number: string): Promise<FullRecord> {
  const record = await readRecord(db, Number.parseInt(number, 10), READER);
  return record === null || record.kind !== kind.name ? notFound() : record;
}
