// SPDX-License-Identifier: EUPL-1.2
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { atomically } from '#platform/ctx';
import { translator } from '#platform/i18n';
import {
  applyImport,
  type FileRead,
  kinds,
  mountKinds,
  type Parcel,
  packKind,
  planImport,
  prepareRecords,
  readParcels,
  rebuild,
  type Unfit,
  unfitIn,
} from '#platform/records';
import { recordRooms } from '../record-rooms.ts';
import { type Installed, onInstallation } from './open.ts';
import { running, type Shell, UsageError } from './shell.ts';
import { columns, count, some } from './words.ts';

interface ExportOptions {
  kind?: string[];
  public?: true;
}

interface ImportOptions {
  draft?: true;
  look?: true;
}

export function recordCommands(program: Command, shell: Shell): void {
  const records = program.command('records').description('letters, laws, practices and what else rooms keep');
  records
    .command('rebuild')
    .description('make anew what search and lists know of all records; pages stay as they are meanwhile')
    .action(running(shell, () => rebuildAll(shell)));
  records
    .command('export')
    .argument('<file>')
    .description('write records into one file, one in each line, as another installation takes them')
    .option('--kind <name...>', 'these kinds alone')
    .option('--public', 'what everybody may read, instead of everything with drafts and what only staff see')
    .action(running(shell, (file: string, options: ExportOptions) => exportTo(shell, file, options)));
  records
    .command('import')
    .argument('<file>', 'records as another installation, or this one, wrote them')
    .description('bring records in, all or none; what was published there is published here')
    .option('--draft', 'publish nothing')
    .option('--look', 'say what would happen and write nothing')
    .action(running(shell, (file: string, options: ImportOptions) => importFrom(shell, file, options)));
}

/** The installation with its kinds and vocabularies, as the server has them. */
function onRecords<T>(shell: Shell, work: (installed: Installed) => Promise<T>): Promise<T> {
  for (const room of recordRooms) mountKinds(room);
  return onInstallation(shell.config(), async (installed) => {
    await prepareRecords(installed.database.db, recordRooms);
    return work(installed);
  });
}

async function rebuildAll(shell: Shell): Promise<number> {
  const made = await onRecords(shell, ({ ctx }) =>
    atomically(ctx, async (inner) => {
      inner.audit({ act: 'records.rebuild', kind: 'records.record', id: null });
      return rebuild(inner.db);
    }),
  );
  shell.say(`${some(made, 'record')} made anew for search and lists.`);
  return 0;
}

// The address by which a record is known elsewhere must be the one that readers use.
const originOf = ({ config }: Installed): string => config.url ?? `http://localhost:${config.port}`;

async function exportTo(shell: Shell, file: string, options: ExportOptions): Promise<number> {
  return onRecords(shell, async (installed) => {
    const names = options.kind ?? kinds().map(({ name }) => name);
    const unknown = names.find((name) => !kinds().some((kind) => kind.name === name));
    if (unknown !== undefined) throw new UsageError(`There is no kind ${unknown}.`);
    const reader = options.public ? ({ face: 0, level: 0 } as const) : ({ face: 1, level: 2 } as const);
    const packing = { origin: originOf(installed), ...reader };
    const parcels: Parcel[] = [];
    for (const name of names) parcels.push(...(await packKind(installed.ctx.db, name, packing)));
    const target = resolve(file);
    // Drafts and what only staff see are in it.
    await writeFile(target, parcels.map((parcel) => `${JSON.stringify(parcel)}\n`).join(''), { mode: 0o600 });
    shell.say(`${target}: ${some(parcels.length, 'record')}.`);
    return 0;
  });
}

async function importFrom(shell: Shell, file: string, options: ImportOptions): Promise<number> {
  const read = readParcels(await readFile(resolve(file), 'utf8'));
  const drafts = options.draft ? withoutPublication(read) : read.drafts;
  return onRecords(shell, async (installed) => {
    const order = { drafts, origin: originOf(installed) };
    const plan = await planImport(installed.ctx, order);
    for (const line of unfitLines([...read.unfit, ...unfitIn(plan)])) shell.say(line);
    for (const { draft, reason } of plan.lines)
      if (reason !== null) shell.say(`Line ${draft.row} refused: ${english(reason)}.`);
    if (options.look) {
      const does = (what: string) => plan.lines.filter((line) => line.does === what).length;
      shell.say(
        `Would be new: ${count(does('create'))}, changed: ${count(does('change'))}, the same: ${count(does('same'))}.`,
      );
      return 0;
    }
    const done = await applyImport(installed.ctx, order);
    shell.say(
      `New: ${count(done.created)}, changed: ${count(done.changed)}, the same: ${count(done.same)}, refused: ${count(done.refused)}, published: ${count(done.published)}.`,
    );
    return 0;
  });
}

const withoutPublication = ({ drafts }: FileRead): FileRead['drafts'] =>
  drafts.map(({ row, parcel }) => ({ row, parcel: { ...parcel, published: [] } }));

const english = (key: Unfit['message']): string => translator('en')(key as 'records.import.wrong');

function unfitLines(unfit: readonly Unfit[]): string[] {
  if (unfit.length === 0) return [];
  const rows = unfit.map(({ row, column, message, value }) => [
    '',
    `line ${row}`,
    column,
    english(message),
    value,
  ]);
  return ['Left out, because it does not fit:', ...columns(rows)];
}
