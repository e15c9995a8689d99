// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { LineReader } from './line-reader.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const TEXT = ['{"a":1}', 'нов 雪 🌱', '', 'x'.repeat(5000), 'last'].map((line) => `${line}\n`).join('');

describe('lines of a backup', () => {
  it.each([1, 2, 3, 7, 100, 100_000])('are whole when they come in pieces of %i bytes', async (size) => {
    const reader = new LineReader(inPieces(TEXT, size));
    expect(await reader.some(2, 1000)).toEqual(['{"a":1}', 'нов 雪 🌱']);
    expect(await reader.one()).toBe('');
    expect(await reader.some(10, 4000)).toEqual(['x'.repeat(5000)]);
    expect(await reader.ended()).toBe(false);
  });

  it('add up to the sum of all that was taken', async () => {
    const reader = new LineReader(inPieces(TEXT, 9));
    await reader.some(3, 1000);
    const sum = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(reader.digest()).toBe(sum('{"a":1}\nнов 雪 🌱\n\n'));
    await reader.some(2, 10_000);
    expect(reader.digest()).toBe(sum(TEXT));
    expect(await reader.ended()).toBe(true);
  });

  it('say when they end too early', async () => {
    const reader = new LineReader(inPieces('one\ntwo', 100));
    expect(await reader.one()).toBe('one');
    await expect(reader.one()).rejects.toMatchObject({ code: 'backup.damaged' });
  });
});
