// SPDX-License-Identifier: EUPL-1.2
// Writes .test-output/counts.json after every run, and .test-output/requirements.json after a whole one (RECORD_REQUIREMENTS=1).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { SerializedError } from 'vitest';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { idsInTitle, type ProofRow, proofOf } from './proof.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, '.test-output');

export default class RecordReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const of = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.errors().length > 0).length;
    write('counts.json', {
      passed: of('passed'),
      failed: of('failed') + broken + unhandled.length,
      skipped: of('skipped') + of('pending'),
    });
    if (process.env.RECORD_REQUIREMENTS === '1') write('requirements.json', { rows: tests.flatMap(rowOf) });
  }
}

function rowOf(test: TestCase): ProofRow[] {
  const ids = idsInTitle(test.name);
  if (ids.length === 0) return [];
  const requests = test.meta().requests ?? [];
  return [
    {
      ids,
      test: test.fullName,
      file: relative(root, test.module.moduleId),
      passed: test.result().state === 'passed',
      requests,
      ...proofOf(ids, requests),
    },
  ];
}

function write(name: string, content: unknown): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `${JSON.stringify(content, null, 1)}\n`);
}
