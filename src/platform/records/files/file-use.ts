// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '#platform/db';
import { levelFor } from '../access.ts';
import type { FileRef } from '../kind/fields.ts';
import type { Kind } from '../kind/kind.ts';
import type { Face, Level } from '../record.ts';
import { writing } from '../tables.ts';

/** A file named in a field, and who may have it: whoever sees both the kind and the field. */
export interface FileUse {
  field: string;
  sha256: string;
  seen: Level;
}

/** The files that these facts name. Pure. */
export function fileUses(kind: Kind, facts: Readonly<Record<string, unknown>>): FileUse[] {
  return Object.entries(kind.fields).flatMap(([field, { as, seen }]) => {
    if (as !== 'files') return [];
    const refs = (facts[field] ?? []) as FileRef[];
    const strictest = Math.max(levelFor(seen), levelFor(kind.seen)) as Level;
    return refs.map(({ sha256 }) => ({ field, sha256, seen: strictest }));
  });
}

interface Placed {
  record: number;
  face: Face;
  files: readonly FileUse[];
}

/** Writes down which files one face of a record names. Part of its projection. */
export async function placeFiles(tx: Tx, { record, face, files }: Placed): Promise<void> {
  const db = writing(tx);
  await db.deleteFrom('records.file_use').where('record', '=', record).where('face', '=', face).execute();
  if (files.length === 0) return;
  await db
    .insertInto('records.file_use')
    .values(
      files.map(({ field, sha256, seen }) => ({
        ...{ record, face, field, seen },
        sha256: Buffer.from(sha256, 'hex'),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
