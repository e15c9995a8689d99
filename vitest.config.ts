// SPDX-License-Identifier: EUPL-1.2
import { defineConfig } from 'vitest/config';

const journeys = 'tests/journeys/**/*.test.ts';

/** Journeys start a whole server and a browser, so they come after everything that is quick to fail. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: ['tools/catalogues.mjs'],
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: [
            'src/**/*.test.ts',
            'src/**/*.test.tsx',
            'packages/**/*.test.ts',
            'tests/**/*.test.ts',
            'tools/**/*.test.mjs',
          ],
          exclude: ['**/node_modules/**', journeys],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'journeys', include: [journeys], testTimeout: 120_000, sequence: { groupOrder: 1 } },
      },
    ],
    setupFiles: ['tests/harness/requirements.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'threads',
    env: { NODE_ENV: 'test' },
  },
});
