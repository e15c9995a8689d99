// SPDX-License-Identifier: EUPL-1.2
import { open, readFile, rename } from 'node:fs/promises';
import { z } from 'zod';
import type { Db } from '#platform/db';
import { canonicalJson, equalBytes, type Keyring, keyedLookup, keyringOf } from '#platform/seal';
import { BackupRefusal } from '../refusal.ts';
import { reading } from '../tables.ts';

// What was deleted, beside each backup, so that restoring an old one does not bring it back. Ids, codes and times
// only. It carries a mark of the keyring: whoever could shorten or lengthen it could bring reports back or delete them.

const lineShape = z.strictObject({ tbl: z.string(), id: z.uuid(), rule: z.string(), at: z.iso.datetime() });

/** One row that must not return. `tbl` is `schema.table`. */
export type Deleted = z.infer<typeof lineShape>;

const headShape = z.strictObject({
  ledger: z.literal('rowan-deletions/1'),
  instance: z.string(),
  /** Deletions after this are not in it. */
  until: z.iso.datetime(),
  lines: z.int().nonnegative(),
});
const firstShape = z.strictObject({ ...headShape.shape, mark: z.string() });

export interface Ledger {
  until: Date;
  deleted: Deleted[];
}

/** Where the ledger of a backup lies. */
export const ledgerPath = (backup: string): string => `${backup}.ledger`;

/** Everything that was ever deleted here, as the text of a ledger. */
export async function ledgerText(db: Db, until: Date): Promise<string> {
  const keyring = keyringOf(db);
  const rows = await reading(db).selectFrom('platform.deletion_ledger').selectAll().orderBy('at').execute();
  const deleted = new Map<string, Deleted>();
  for (const { tbl, row_id: id, rule, at } of rows)
    deleted.set(`${tbl} ${id}`, { tbl, id, rule, at: at.toISOString() });
  const lines = [...deleted.values()].map((one) => canonicalJson(one));
  const head: z.infer<typeof headShape> = {
    ledger: 'rowan-deletions/1',
    instance: keyring.instance,
    until: until.toISOString(),
    lines: lines.length,
  };
  const body = lines.map((line) => `${line}\n`).join('');
  const mark = markOf(keyring, canonicalJson(head), body).toString('base64url');
  return `${canonicalJson({ ...head, mark })}\n${body}`;
}

/** Writes a ledger whole or not at all. */
export async function writeLedger(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.new`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

/** Reads the ledger of a backup; null where there is none. Throws a BackupRefusal when the mark is not the keyring's. */
export async function readLedger(path: string, keyring: Keyring): Promise<Ledger | null> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const end = text.indexOf('\n') + 1;
  try {
    const { mark, ...head } = firstShape.parse(JSON.parse(text.slice(0, end)));
    const body = text.slice(end);
    const expected = markOf(keyring, canonicalJson(head), body);
    if (head.instance !== keyring.instance || !equalBytes(Buffer.from(mark, 'base64url'), expected))
      throw new TypeError('another keyring wrote this');
    const deleted = body
      .split('\n')
      .slice(0, -1)
      .map((line) => lineShape.parse(JSON.parse(line)));
    return { until: new Date(head.until), deleted };
  } catch {
    throw new BackupRefusal(
      'backup.ledger-mark',
      `The deletion ledger ${path} is damaged or of another installation.`,
    );
  }
}

function markOf(keyring: Keyring, head: string, body: string): Buffer {
  return keyedLookup(keyring.mac, 'deletion-ledger', `${head}\n${body}`);
}
