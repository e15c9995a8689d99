// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { FORMAT, type Heading, headingShape, type Manifest, manifestShape } from '../file/format.ts';
import { LineReader } from '../file/line-reader.ts';
import { openSealed } from '../file/sealed-file.ts';
import { BackupRefusal } from '../refusal.ts';

/** A backup whose manifest was read; what follows is read once, from front to back. */
export interface OpenedBackup {
  manifest: Manifest;
  reader: LineReader;
}

/** Opens a backup with an age identity and reads what it says about itself. Throws a BackupRefusal. */
export async function openBackup(file: string, identity: string): Promise<OpenedBackup> {
  const reader = new LineReader(await openSealed(file, identity));
  const line = await reader.one();
  if (!line.includes(`"${FORMAT}"`)) {
    throw new BackupRefusal(
      'backup.format',
      'This is not a backup of Rowan, or of a release too new for this one.',
    );
  }
  return { manifest: parse(line, manifestShape), reader };
}

/** The next heading. */
export async function readHeading(reader: LineReader): Promise<Heading> {
  return parse(await reader.one(), headingShape);
}

function parse<T>(line: string, shape: z.ZodType<T>): T {
  try {
    return shape.parse(JSON.parse(line));
  } catch {
    // Neither the line nor what is wrong with it: it could be a row.
    throw new BackupRefusal('backup.damaged', 'The backup is damaged: a heading cannot be read.');
  }
}
