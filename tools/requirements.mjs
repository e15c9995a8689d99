// SPDX-License-Identifier: EUPL-1.2
// npm run requirements: which of the 260 things the mission asks for a test has proven, by whom and through which routes.
// It uses the record of the last whole run when nothing changed since, and runs the tests that may prove something otherwise.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { found } from './build/output.mjs';

const root = join(import.meta.dirname, '..');
const RECORD = join(root, '.test-output', 'requirements.json');
const LIST = join(root, 'docs', 'requirements.psv');
const PROVING = ['src/app', 'src/rooms', 'tests/journeys', 'tests/loop', 'tests/requirements'];
const SOURCES = '{src,packages,tests,migrations}/**/*.{ts,tsx,json,css,sql,mjs}';

export function readRequirements(text) {
  const lines = text.split('\n').filter((line) => /^[A-Z]{2}-\d+ \|/.test(line));
  return lines.map((line) => {
    const [id, room, kind, what, how = ''] = line.split(' |').map((cell) => cell.trim());
    return { id, room, kind, what, how };
  });
}

/** For each id its proofs and, where a test named it in vain, why: `{ id, proofs: row[], failed: row[] }`. */
export function judge(requirements, rows) {
  return requirements.map((requirement) => {
    const named = rows.filter(({ ids }) => ids.includes(requirement.id));
    const holds = ({ passed, lacks }) => passed && lacks.length === 0;
    return { ...requirement, proofs: named.filter(holds), failed: named.filter((row) => !holds(row)) };
  });
}

export function describe({ id, proofs, failed }) {
  const [proof] = proofs;
  if (proof) return `${id}  ${proof.test}  [${rolesOf(proof)}]  ${routesOf(proof)}`;
  const [miss] = failed;
  if (!miss) return `${id}  -`;
  const why = miss.passed ? miss.lacks.join(', ') : 'did not pass in this run';
  return `${id}  NOT COUNTED: ${miss.test}: ${why}`;
}

function rolesOf({ requests }) {
  return [...new Set(requests.map(({ role }) => role))].join(', ');
}

function routesOf({ requests }) {
  return [...new Set(requests.map(({ verb, route }) => `${verb} ${route}`))].join(', ');
}

function isFresh() {
  if (!existsSync(RECORD)) return false;
  const recorded = statSync(RECORD).mtimeMs;
  return found(root, SOURCES)
    .filter((path) => !path.includes('/generated/'))
    .every((path) => statSync(join(root, path)).mtimeMs < recorded);
}

function runTests() {
  const args = [
    'run',
    '--reporter=dot',
    '--reporter=./tests/harness/record-reporter.ts',
    '--passWithNoTests',
  ];
  const done = spawnSync(
    process.execPath,
    [join(root, 'node_modules', 'vitest', 'vitest.mjs'), ...args, ...PROVING],
    { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, RECORD_REQUIREMENTS: '1' } },
  );
  if (done.status !== 0)
    process.stderr.write('requirements: some tests failed; what they name does not count\n');
}

if (import.meta.main) {
  if (!isFresh()) runTests();
  const rows = existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, 'utf8')).rows : [];
  const judged = judge(readRequirements(readFileSync(LIST, 'utf8')), rows);
  for (const requirement of judged) process.stdout.write(`${describe(requirement)}\n`);
  const proven = judged.filter(({ proofs }) => proofs.length > 0);
  const silent = proven.filter(({ how }) => how === '').map(({ id }) => id);
  if (silent.length > 0) process.stdout.write(`without a line in "how": ${silent.join(', ')}\n`);
  process.stdout.write(`proven ${proven.length} of ${judged.length}\n`);
}
