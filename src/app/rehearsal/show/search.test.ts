// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchFolder } from './search.ts';

const TEXT = 'Nobody may read this, ever.';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rowan-search-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function writingsFound(content: Buffer): Promise<string[]> {
  await writeFile(join(folder, 'file'), content);
  return (await searchFolder(folder, TEXT)).found.map(({ writing }) => writing);
}

describe('the search of a thief', () => {
  it.each(['utf8', 'utf16le', 'hex'] as const)('finds a sentence written in %s', async (writing) => {
    const inside = Buffer.from(
      Buffer.from(TEXT, writing === 'hex' ? 'utf8' : writing).toString(writing === 'hex' ? 'hex' : 'latin1'),
      'latin1',
    );
    expect(await writingsFound(Buffer.concat([Buffer.from([1, 2, 3]), inside]))).toHaveLength(1);
  });

  it.each([0, 1, 2, 3, 4])('finds it in base64 behind %i other bytes', async (before) => {
    const text = `${'x'.repeat(before)}${TEXT} and more`;
    const found = await writingsFound(Buffer.from(Buffer.from(text).toString('base64')));
    expect(found).toContain(`base64 +${before % 3}`);
  });

  it('finds it across the border of two blocks, once', async () => {
    const content = Buffer.alloc(17 * 1024 * 1024, 0x61);
    content.write(TEXT, 8 * 1024 * 1024 - 5);
    await writeFile(join(folder, 'file'), content);
    const { found, files } = await searchFolder(folder, TEXT);
    expect({ found: found.map(({ times }) => times), files }).toEqual({ found: [1], files: 1 });
  });

  it('finds nothing where nothing is', async () => {
    expect(await writingsFound(Buffer.from('Something else.'))).toEqual([]);
  });
});
