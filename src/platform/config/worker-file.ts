// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The program of a worker thread. `source` is where its `*.worker.ts` lies, as a URL made from `import.meta.url`: from
 * the sources that file itself; from a bundle `workers/*.mjs` in the bundle's folder or one above.
 */
export function workerFile(source: URL): string {
  const path = fileURLToPath(source);
  if (existsSync(path)) return path;
  const name = join('workers', `${basename(path, '.worker.ts')}.mjs`);
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const built = join(folder, name);
    if (existsSync(built)) return built;
  }
  throw new Error(`${name} is missing: npm run build`);
}
