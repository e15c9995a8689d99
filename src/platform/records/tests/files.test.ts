// SPDX-License-Identifier: EUPL-1.2
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Attic, begin, press, startAttic } from './staff.ts';

let attic: Attic;
beforeAll(async () => {
  attic = await startAttic();
}, 60_000);
afterAll(() => attic.app.stop());

const deed = (over: Record<string, string> = {}) => ({ name: 'The old oak', reference: 'A 1', ...over });
const note = { field: 'file', name: 'note.txt', bytes: Buffer.from('A note about the oak.\n') };
const fileIn = (html: string) => /href="(\/files\/[0-9a-f]{64}\/[^"]*)"/.exec(html)?.[1] ?? '';

async function withNote(): Promise<{ id: number; file: string }> {
  const { maple } = attic;
  const id = await begin(maple, 'deed', deed());
  await maple.get(`/en/desk/record/${id}/files/papers`);
  const sent = await maple.upload(`/en/desk/record/${id}/files/papers`, {}, [note]);
  expect(sent.status).toBe(303);
  const file = fileIn((await maple.get(`/en/desk/record/${id}/read`)).body);
  expect(file).toContain('/note.txt');
  return { id, file };
}

describe('a file of a record', () => {
  it('is for staff while nothing is published, and for everybody once it is', async () => {
    const { maple, juniper, reader } = attic;
    const { id, file } = await withNote();
    expect((await maple.get(file)).body).toBe(note.bytes.toString());
    expect((await reader.get(file)).status).toBe(404);
    await press(maple, `${id}/submit`);
    await press(juniper, `${id}/publish`);
    const page = await reader.get(`/en/attic/deed/${id}-the-old-oak`);
    expect(fileIn(page.body)).toBe(file);
    expect((await reader.get(file)).body).toBe(note.bytes.toString());
    const path = `/en/desk/record/${id}/withdraw`;
    await juniper.get(path);
    await juniper.submit(path, { reason: 'Wrong oak.' });
    expect((await reader.get(file)).status).toBe(404);
    expect((await maple.get(file)).status).toBe(200);
  });

  it('is never run by a browser of ours', async () => {
    const { maple } = attic;
    const { file } = await withNote();
    const { headers } = await maple.get(file);
    expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''note.txt");
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each<[string, Buffer, RegExp]>([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), /We take PDF/],
    ['a page', Buffer.from('<html><script>x()</script>'), /We take PDF/],
    ['a zip with macros', Buffer.from('504b030414000000', 'hex'), /We take PDF/],
    ['a PDF with a script', pdf('/OpenAction<</S/JavaScript/JS(app.alert(1))>>'), /script or other files/],
    ['a broken picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), /broken or too large/],
    ['nothing', Buffer.alloc(0), /Choose a file/],
  ])('that is %s is refused in words, whatever it is called', async (_name, bytes, words) => {
    const { maple } = attic;
    const id = await begin(maple, 'deed', deed());
    const path = `/en/desk/record/${id}/files/papers`;
    await maple.get(path);
    const reply = await maple.upload(path, {}, [
      { field: 'file', name: 'holiday.png', bytes, type: 'image/png' },
    ]);
    expect(reply.status).toBe(422);
    expect(reply.text).toMatch(words);
    expect((await maple.get(`/en/desk/record/${id}/read`)).body).not.toContain('/files/');
  });

  it('that is too large is refused', async () => {
    const { maple } = attic;
    const id = await begin(maple, 'deed', deed());
    const path = `/en/desk/record/${id}/files/papers`;
    await maple.get(path);
    const bytes = Buffer.alloc(16 * 1024 * 1024, 'a');
    const reply = await maple.upload(path, {}, [{ field: 'file', name: 'a.txt', bytes }]);
    expect(reply.status).toBe(413);
    expect(reply.text).toContain('This file is too large');
  });

  it('that is a picture comes back without what was hidden in it', async () => {
    const { maple } = attic;
    const id = await begin(maple, 'deed', deed());
    const path = `/en/desk/record/${id}/files/papers`;
    await maple.get(path);
    const taken = await sharp({ create: { width: 20, height: 10, channels: 3, background: 'green' } })
      .jpeg()
      .withExif({ IFD0: { Copyright: 'SECRET-PLACE' } })
      .toBuffer();
    await maple.upload(path, {}, [{ field: 'file', name: 'me.JPG', bytes: taken }]);
    const file = await maple.get(fileIn((await maple.get(`/en/desk/record/${id}/read`)).body));
    expect(file.headers.get('content-type')).toBe('image/jpeg');
    expect(file.body).not.toContain('SECRET-PLACE');
  });

  it('is added by nobody who may not edit the record, nor from outside, nor to another field (H5)', async () => {
    const { maple, hazel, reader } = attic;
    const id = await begin(maple, 'deed', deed());
    const path = `/en/desk/record/${id}/files/papers`;
    expect((await reader.upload(path, {}, [note])).status).toBe(303);
    expect((await hazel.get(path)).status).toBe(404);
    expect((await hazel.upload(path, {}, [note])).status).toBe(403);
    expect((await maple.upload(path, { csrf: 'wrong' }, [note])).status).toBe(403);
    await maple.get(path);
    expect((await maple.upload(`/en/desk/record/${id}/files/text`, {}, [note])).status).toBe(404);
    expect((await maple.get(`/en/desk/record/${id}/read`)).body).not.toContain('/files/');
  });
});

function pdf(extra: string): Buffer {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R${extra}>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R/Size 4>>\n%%EOF\n',
  );
}
