// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The program of a worker thread. `here` is the `import.meta.url` of whoever starts it, `source` its `*.worker.ts` from
 * there: in the sources that file itself; from a bundle `workers/*.mjs` in the bundle's folder or one above.
 */
export function workerFile(here: string, source: string): string {
  const from = dirname(fileURLToPath(here));
  const path = join(from, source);
  if (existsSync(path)) return path;
  const name = join('workers', `${basename(path, '.worker.ts')}.mjs`);
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const built = join(folder, name);
    if (existsSync(built)) return built;
  }
  throw new Error(`${name} is missing: npm run build`);
}
