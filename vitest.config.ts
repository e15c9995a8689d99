// SPDX-License-Identifier: EUPL-1.2
import { availableParallelism } from 'node:os';
// Libraries with native code are loaded once by the process itself: one that only threads loaded is unloaded with the
// last of them while it still runs, and takes the process down.
import '@myriaddreamin/typst-ts-node-compiler';
import 'sharp';
import { defineConfig } from 'vitest/config';

const journeys = 'tests/journeys/**/*.test.ts';
const catalogues = 'tools/catalogues.mjs';
const postgres = 'tests/harness/postgres-setup.ts';

/**
 * Engines and fences need no database, so a run of theirs alone starts none. Journeys start a whole server and a browser, and come after
 * everything that is quick to fail.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'engines',
          include: ['packages/**/*.test.ts', 'tools/**/*.test.mjs', 'tests/architecture/**/*.test.ts'],
          globalSetup: [catalogues],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/**/*.test.ts'],
          exclude: ['**/node_modules/**', journeys, 'tests/architecture/**'],
          globalSetup: [catalogues, postgres],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: [journeys],
          globalSetup: [catalogues, postgres],
          testTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    setupFiles: ['tests/harness/requirements.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'threads',
    // Half of a test's time is spent waiting for the database and for slow hashes on other threads.
    maxWorkers: Math.max(3, availableParallelism()),
    env: { NODE_ENV: 'test' },
  },
});
