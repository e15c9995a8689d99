// SPDX-License-Identifier: EUPL-1.2
// What `npm test` runs after set-up: format and lint, texts, build, types, then every test. It stops at the first step that fails,
// and its last line is always "N passed, N failed", where a step that failed counts as one.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { found } from './build/output.mjs';
import { build } from './build.mjs';
import { compileCatalogues } from './catalogues.mjs';

const root = join(import.meta.dirname, '..');
const counts = join(root, '.test-output', 'counts.json');

const steps = [
  ['format and lint', () => run('@biomejs/biome/bin/biome', ['check', '--diagnostic-level=warn', '.'])],
  ['texts', texts],
  ['build', builds],
  ['types', types],
];

function run(program, args, env = {}) {
  const done = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return done.status === 0;
}

async function texts() {
  const { problems, notes, keys } = await compileCatalogues();
  for (const line of problems) say(line);
  say(`${keys.length} messages, ${problems.length} problems, ${notes.length} translations on their way`);
  return problems.length === 0;
}

async function builds() {
  try {
    const { missing } = await build();
    if (missing.length > 0) say(`not there yet: ${missing.join(', ')}`);
    return true;
  } catch (error) {
    say(error.message);
    return false;
  }
}

/** Islands run in a browser and see its types; everything else must not. */
function types() {
  const projects = ['tsconfig.json'];
  if (found(root, 'src/**/islands/*.ts').length > 0) projects.push('tsconfig.islands.json');
  return projects.every((project) => run('tsc7/bin/tsc', ['--project', project]));
}

/** vitest's own exit code is not enough: a run that found nothing to run must not pass. */
function tests(filters) {
  rmSync(counts, { force: true });
  const reporters = ['--reporter=default', '--reporter=./tests/harness/record-reporter.ts'];
  const passed = run('vitest/vitest.mjs', ['run', ...reporters, ...filters], {
    RECORD_REQUIREMENTS: filters.length === 0 ? '1' : '',
  });
  if (!existsSync(counts)) return { passed: 0, failed: 1, skipped: 0 };
  const count = JSON.parse(readFileSync(counts, 'utf8'));
  const silent = (!passed || count.passed === 0) && count.failed === 0;
  return silent ? { ...count, failed: 1 } : count;
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function end({ passed, failed, skipped }, why) {
  say('');
  if (why) say(why);
  say(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exit(failed > 0 ? 1 : 0);
}

for (const [name, step] of steps) {
  const began = performance.now();
  say(`\n== ${name}`);
  if (!(await step()))
    end({ passed: 0, failed: 1, skipped: 0 }, `Stopped at: ${name}. The tests did not run.`);
  say(`   ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
say('\n== architecture, units, rooms, journeys');
const result = tests(process.argv.slice(2));
end(result, result.failed > 0 ? 'Stopped at: tests.' : undefined);
