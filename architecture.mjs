// SPDX-License-Identifier: EUPL-1.2
// Which part of Rowan may open whose door. The rules of dependency-cruiser, the tests in tests/architecture and the page
// ARCHITECTURE.md all read this file; nothing else says it a second time.

/** Lowest first. A floor may import the floors below it, never above. */
export const floors = ['packages', 'src/platform', 'src/rooms', 'src/app'];

/** Parts of the platform. Each may open the doors of those before it in this list, so there is no ring of parts. */
export const platform = [
  'config',
  'log',
  'db',
  'seal',
  'audit',
  'i18n',
  'ctx',
  'jobs',
  'ui',
  'fetch',
  'http',
  'setup',
  'mail',
  'auth',
  'records',
  'backup',
  'health',
];

/** Rooms, and whose doors each may open. Subscribing to a fact needs no arrow. */
export const rooms = {
  reports: { opens: [] },
  ratings: { opens: [] },
  cases: { opens: ['reports', 'ratings'] },
  guard: { opens: ['ratings'] },
  library: { opens: [] },
  campaigns: { opens: ['library'] },
};

/** Audited primitives that engines may take from npm, by package name. */
export const enginePackages = [];

/** Who may use Node's network modules and undici. Everything else asks `#platform/fetch`, which knows where it may go. */
export const networkUsers = [
  'src/platform/fetch/',
  'src/platform/http/',
  'src/platform/db/',
  'src/rooms/guard/resolver/',
  // A browser of the show, the benches and the tests, which asks this installation only.
  'src/app/rehearsal/',
];

/** Who may touch the environment: one place that refuses to start when it is wrong, and the programs that hand it over. */
export const environmentReaders = ['src/platform/config/', 'src/app/main.ts', 'src/app/cli/main.ts'];

/** Longest allowed, in lines or pieces (decision 0008). */
export const limits = {
  fileLines: 300,
  pageLines: 200,
  functionLines: 50,
  componentLines: 80,
  routeLines: 30,
  positionalParams: 3,
  doorExports: 20,
  folderFiles: 20,
  folderDepth: 4,
};

/**
 * Who is excused from a limit and why: `{ path, limit, name?, allowed, because }`. `name` is the function's. Each entry must still be
 * needed, or its test fails.
 */
export const exceptions = [];
