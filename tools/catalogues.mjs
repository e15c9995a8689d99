// SPDX-License-Identifier: EUPL-1.2
// Reads every text of Rowan, checks that the eight languages say the same with the same arguments, and writes
// src/platform/i18n/generated/: the types of the messages, and all of them in one file that the program carries.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { placeFile } from './build/output.mjs';
import { checkPart } from './catalogues/check.mjs';
import { LANGUAGES, readParts, SOURCE } from './catalogues/read.mjs';
import { messagesFile, typesFile } from './catalogues/write.mjs';

const root = join(import.meta.dirname, '..');
const PENDING = 'docs/languages-pending.txt';
const TARGET = 'src/platform/i18n/generated';

/**
 * Problems are lines that must be gone; notes are languages still on their way (docs/languages-pending.txt).
 * The files are written even when there are problems, from what could be read, so that an editor keeps its types.
 */
export async function compileCatalogues({ root: from = root, write = true } = {}) {
  const pending = readPending(from);
  const { parts, problems } = readParts(from);
  const notes = [];
  const entries = [];
  for (const part of parts) {
    const checked = checkPart(part, (language) => pending.has(`${part.name} ${language}`));
    entries.push(...checked.entries);
    problems.push(...checked.problems);
    notes.push(...checked.notes);
  }
  if (write && existsSync(join(from, 'src/platform'))) {
    placeFile(join(from, TARGET, 'catalogue.ts'), typesFile(entries));
    placeFile(join(from, TARGET, 'messages.json'), messagesFile(entries, LANGUAGES));
  }
  return {
    problems,
    notes,
    keys: entries.map(({ key }) => key),
    pending: [...pending],
    languages: LANGUAGES,
    source: SOURCE,
  };
}

function readPending(from) {
  const path = join(from, PENDING);
  if (!existsSync(path)) return new Set();
  const lines = readFileSync(path, 'utf8').split('\n');
  return new Set(lines.map((line) => line.trim()).filter((line) => line && !line.startsWith('#')));
}

/** vitest calls this before a run, so that a single test file finds the generated texts. */
export async function setup() {
  const { problems } = await compileCatalogues();
  if (problems.length > 0)
    process.stderr.write(`catalogues: ${problems.length} problems, see npm run check\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { problems, notes, keys } = await compileCatalogues();
  for (const line of notes) process.stdout.write(`pending: ${line}\n`);
  for (const line of problems) process.stderr.write(`${line}\n`);
  process.stdout.write(`catalogues: ${keys.length} messages, ${problems.length} problems\n`);
  process.exit(problems.length > 0 ? 1 : 0);
}
