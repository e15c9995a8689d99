// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { page } from './answer.ts';
import { defineRoute } from './route.ts';
import { readUpload } from './upload.ts';

const limits = { most: 2, bytes: 1000 };

function body(parts: { name: string; file?: string; text: string }[]) {
  const text = parts.map(({ name, file, text: words }) => {
    const named = file === undefined ? '' : `; filename="${file}"\r\nContent-Type: image/png`;
    return `--x\r\nContent-Disposition: form-data; name="${name}"${named}\r\n\r\n${words}\r\n`;
  });
  return {
    stream: Readable.from([Buffer.from(`${text.join('')}--x--\r\n`)]),
    contentType: 'multipart/form-data; boundary=x',
  };
}

describe('an upload', () => {
  it('gives what was typed and the bytes of each file', async () => {
    const sent = body([
      { name: 'csrf', text: 'token' },
      { name: 'kind[]', text: 'a' },
      { name: 'kind[]', text: 'b' },
      { name: 'scan', file: '../../letter.pdf', text: '%PDF-1.7' },
      { name: 'empty', file: '', text: '' },
    ]);
    const { typed, files } = await readUpload(sent, limits);
    expect({ ...typed }).toEqual({ csrf: 'token', 'kind[]': ['a', 'b'] });
    expect(files.map(({ field, bytes }) => [field, bytes.toString()])).toEqual([['scan', '%PDF-1.7']]);
    expect(files[0]?.name).not.toContain('/');
  });

  it.each([
    ['a file past the limit', [{ name: 'f', file: 'a.png', text: 'x'.repeat(1001) }]],
    ['too many files', ['a', 'b', 'c'].map((name) => ({ name, file: name, text: 'x' }))],
    ['too long a text', [{ name: 'words', text: 'x'.repeat(70_000) }]],
    ['too many fields', Array.from({ length: 101 }, (_, at) => ({ name: `f${at}`, text: 'x' }))],
  ])('with %s is refused', async (_name, parts) => {
    await expect(readUpload(body(parts), limits)).rejects.toMatchObject({ kind: 'too-large' });
  });

  it('that is cut off, or no multipart at all, is refused', async () => {
    const cut = body([{ name: 'f', file: 'a.png', text: 'x' }]);
    const half = { ...cut, stream: Readable.from([Buffer.from('--x\r\nContent-Disposition: form')]) };
    await expect(readUpload(half, limits)).rejects.toMatchObject({ kind: 'bad-request' });
    await expect(readUpload({ ...cut, contentType: 'text/plain' }, limits)).rejects.toMatchObject({
      kind: 'bad-request',
    });
  });

  it('can be taken by no route that is open to people who are not signed in (H5)', () => {
    for (const access of ['public', 'draft', 'receipt', 'family', 'child', 'machine'] as const) {
      const open = { name: 'open', verb: 'POST', path: '/open', access, act: 'x', files: limits } as const;
      expect(() => defineRoute({ ...open, handle: () => page(null as never) })).toThrow('takes files');
    }
  });
});
