// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

export const root = join(import.meta.dirname, '..', '..');

/** Reads every module under `baseDir`/src and `baseDir`/packages and judges it by the project's rules. */
export async function cruiseTree(baseDir: string, exclude?: string): Promise<ICruiseResult> {
  const options = await extractDepcruiseOptions(join(root, '.dependency-cruiser.mjs'));
  const left = exclude === undefined ? {} : { exclude: { path: exclude } };
  const { output } = await cruise(['src', 'packages'], { ...options, ...left, baseDir });
  if (typeof output === 'string') throw new TypeError('dependency-cruiser answered text');
  return output;
}
