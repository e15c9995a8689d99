// SPDX-License-Identifier: EUPL-1.2
// npm run bench -- NAME [--json] [--quick]: bundles bench/NAME.ts, calls its `bench({ quick })` and prints the rows. Without a name, all.
// A row is { what, unit, rowan, peer?, peer_value?, goal?, holds? }; a missed goal is printed and never worked round.
import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { nodeBundle } from './build/bundle.mjs';
import { found } from './build/output.mjs';

const root = join(import.meta.dirname, '..');
const COLUMNS = ['what', 'rowan', 'unit', 'peer', 'peer_value', 'ratio', 'goal', 'holds'];

async function load(name) {
  const outfile = join(root, 'dist', 'bench', `${name}.mjs`);
  mkdirSync(join(root, 'dist', 'bench'), { recursive: true });
  await build({
    ...nodeBundle,
    absWorkingDir: root,
    entryPoints: [`bench/${name}.ts`],
    outfile,
    logLevel: 'error',
  });
  const { bench } = await import(pathToFileURL(outfile).href);
  if (typeof bench !== 'function') throw new Error(`bench/${name}.ts exports no function bench`);
  return bench;
}

/** All eight columns, with `ratio` as Rowan's figure over the peer's. */
export function complete(row) {
  const { what, unit, rowan, peer = null, peer_value = null, goal = null, holds = null } = row;
  const ratio = row.ratio ?? (peer_value ? Number((rowan / peer_value).toPrecision(3)) : null);
  return { what, unit, rowan, peer, peer_value, ratio, goal, holds };
}

export function table(rows) {
  const cell = (value) =>
    value === null ? '-' : typeof value === 'boolean' ? (value ? 'yes' : 'NO') : String(value);
  const lines = [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => cell(row[column])))];
  const widths = COLUMNS.map((_, at) => Math.max(...lines.map((line) => line[at].length)));
  return lines
    .map((line) =>
      line
        .map((text, at) => text.padEnd(widths[at]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

async function main(args) {
  const known = found(root, 'bench/*.ts')
    .map((path) => basename(path, '.ts'))
    .filter((name) => !name.includes('.'));
  const flags = args.filter((word) => word.startsWith('--'));
  const asked = args.filter((word) => !word.startsWith('--'));
  const names = asked.length > 0 ? asked : known;
  const strange = names.filter((name) => !existsSync(join(root, 'bench', `${name}.ts`)));
  if (strange.length > 0 || names.length === 0) {
    process.stderr.write(
      `bench: no ${strange.join(', ') || 'bench yet'}. There is: ${known.join(', ') || 'nothing'}\n`,
    );
    return 1;
  }
  for (const name of names) {
    const bench = await load(name);
    const rows = (await bench({ quick: flags.includes('--quick') })).map(complete);
    process.stdout.write(`\n${name}\n${table(rows)}\n`);
    if (flags.includes('--json')) process.stdout.write(`${JSON.stringify({ name, rows })}\n`);
  }
  return 0;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
