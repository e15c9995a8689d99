// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

// What lies inside a backup, under age and gzip: lines of text. First the manifest; then for each table a heading and
// its rows, one JSON object a line, exactly as many as the heading says; then sequences; then files in base64; last
// the SHA-256 of all lines before it.

export const FORMAT = 'rowan-backup/1';

const column = z.strictObject({ name: z.string(), type: z.string() });
const named = { schema: z.string().regex(/^[a-z][a-z0-9_]*$/), name: z.string() };
const hex = z.string().regex(/^[0-9a-f]{64}$/);

export const manifestShape = z.strictObject({
  format: z.literal(FORMAT),
  program: z.string(),
  instance: z.string(),
  /** When its picture of the database was taken. */
  at: z.iso.datetime(),
  postgres: z.int(),
  migrations: z.array(z.strictObject({ name: z.string(), sha256: hex })),
  tables: z.array(z.strictObject({ ...named, rows: z.int().nonnegative() })),
  audit: z.strictObject({ seq: z.int().nonnegative(), head: hex }),
  /** Sealed to recovery key `n`; base64. */
  keyring: z.strictObject({ n: z.int().positive(), sealed: z.base64() }),
});

/** What a backup says about itself, before its first row. */
export type Manifest = z.infer<typeof manifestShape>;

export const headingShape = z.union([
  z.strictObject({
    table: z.strictObject({ ...named, columns: z.array(column), rows: z.int().nonnegative() }),
  }),
  z.strictObject({ sequences: z.array(z.strictObject({ ...named, last: z.string().regex(/^-?\d+$/) })) }),
  z.strictObject({
    file: z.strictObject({
      /** Inside the data folder, in a folder that a backup may write. */
      path: z.string().regex(/^snapshots\/[a-z0-9][a-z0-9.-]*$/),
      lines: z.int().nonnegative(),
    }),
  }),
  z.strictObject({ end: z.strictObject({ sha256: hex }) }),
]);

export type Heading = z.infer<typeof headingShape>;
export type TableHeading = Extract<Heading, { table: unknown }>['table'];
export type FileHeading = Extract<Heading, { file: unknown }>['file'];
