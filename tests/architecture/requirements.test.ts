// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { idsInTitle, MOST_IDS_A_TEST } from '../harness/proof.ts';
import { textOf, writtenFiles } from './sources.ts';

const rows = textOf('docs/requirements.psv')
  .split('\n')
  .filter((line) => /^[A-Z]{2}-/.test(line))
  .map((line) => line.split(' | '));
const ids = rows.map(([id]) => id);

describe('docs/requirements.psv', () => {
  it('holds 260 rows of five columns, each id once', () => {
    expect(rows).toHaveLength(260);
    expect(new Set(ids).size).toBe(260);
    expect(rows.filter((row) => row.length < 4 || row.length > 5).map(([id]) => id)).toEqual([]);
  });

  it('is what the titles of tests refer to, three ids a test at most', () => {
    const titles = writtenFiles()
      .filter((path) => path.includes('.test.') && !path.startsWith('tests/harness/'))
      .flatMap((path) =>
        [...textOf(path).matchAll(/\bit(?:\.\w+)?\(\s*(['"`])(.*?)\1,/g)].map(([, , title = '']) => title),
      );
    const unknown = titles.flatMap(idsInTitle).filter((id) => !ids.includes(id));
    expect(unknown).toEqual([]);
    expect(titles.filter((title) => idsInTitle(title).length > MOST_IDS_A_TEST)).toEqual([]);
  });
});
