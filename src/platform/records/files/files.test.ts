// SPDX-License-Identifier: EUPL-1.2
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { fileName, identify } from './identify.ts';
import { readPdf } from './read-pdf.ts';
import { renewPicture } from './renew-picture.ts';

const text = (words: string) => Buffer.from(words, 'utf8');
const zip = Buffer.from('504b0304140000000800', 'hex');

describe('a file', () => {
  it.each<[string, Buffer, string | null]>([
    ['a PDF', text('%PDF-1.7\n'), 'pdf'],
    ['a PNG', Buffer.from('89504e470d0a1a0a', 'hex'), 'png'],
    ['a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'jpeg'],
    ['plain text', text('Circular letter\nNo. 12\tпервый\n'), 'text'],
    ['a zip, a document with macros, an archive that swells', zip, null],
    ['a picture that is a program (SVG)', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
    ['an SVG behind a declaration', text('<?xml version="1.0"?><svg onload="x()"/>'), null],
    ['an SVG behind words', text('Hello\n<svg onload="x()"/>'), null],
    ['a page', text('<!DOCTYPE html><p>'), null],
    ['a page behind blanks', text('\n  <html>'), null],
    ['text with a script in it', text('Read this <script>x()</script>'), null],
    ['a shell script', text('#!/bin/sh\nrm -r /'), null],
    ['rich text, which holds objects', text('{\\rtf1 {\\object}}'), null],
    ['an executable', Buffer.from('7f454c460201', 'hex'), null],
    ['a Windows program', Buffer.from('4d5a900003000000', 'hex'), null],
    ['a GIF', Buffer.from('474946383961010001008000', 'hex'), null],
    ['bytes that are no text', Buffer.from('c328ff00', 'hex'), null],
  ])('is known by its bytes: %s', (_name, bytes, type) => {
    expect(identify(bytes)).toBe(type);
  });

  it.each([
    ['letter.pdf', 'pdf', 'letter.pdf'],
    ['../../etc/passwd', 'text', 'passwd.txt'],
    ['C:\\temp\\scan.exe', 'png', 'scan.png'],
    ['a\u202Egnp.exe', 'png', 'a gnp.png'],
    ['тест "1"; x=y.pdf', 'pdf', 'тест 1 x=y.pdf'],
    ['', 'jpeg', 'file.jpg'],
    ['...', 'pdf', 'file.pdf'],
  ] as const)('called %j as %s is saved as %j', (sent, type, name) => {
    expect(fileName(sent, type)).toBe(name);
  });
});

describe('a picture', () => {
  it('is drawn anew, without the place where it was taken', async () => {
    const exif = { IFD0: { Copyright: 'SECRET-PLACE' }, IFD3: { GPSLatitude: '1/1 2/1 3/1' } };
    const plain = sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } });
    const taken = await plain.jpeg().withExif(exif).toBuffer();
    expect(taken.includes('SECRET-PLACE')).toBe(true);
    const behind = Buffer.concat([taken, zip]);
    const renewed = await renewPicture(behind, 'jpeg');
    expect(renewed).not.toBeNull();
    expect(renewed?.includes('SECRET-PLACE')).toBe(false);
    expect(renewed?.includes(zip)).toBe(false);
    expect(await sharp(renewed ?? Buffer.alloc(0)).metadata()).toMatchObject({ width: 40, height: 30 });
  });

  it('that is broken, or would fill memory when it is opened, is refused', async () => {
    const small = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    expect(await renewPicture(small.subarray(0, 40), 'png')).toBeNull();
    const huge = Buffer.from(small);
    huge.writeUInt32BE(60_000, 16);
    huge.writeUInt32BE(60_000, 20);
    expect(await renewPicture(huge, 'png')).toBeNull();
  });
});

const pdfOf = (words: string) =>
  NodeCompiler.create({
    fontArgs: [{ fontPaths: ['noto-sans', 'noto-sans-sc'].map((name) => fontFolder(name)) }],
  }).pdf({ mainFileContent: `#set text(font: ("Noto Sans", "Noto Sans SC"))\n${words}` });
const fontFolder = (name: string) => `node_modules/@expo-google-fonts/${name}/400Regular`;

/** A PDF with one object more, as a program would write it. */
const pdfWith = (extra: string) =>
  text(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R${extra}>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R/Size 4>>\n%%EOF\n',
  );

describe('a PDF', () => {
  it.each([
    ['Russian', 'Циркуляр BDT 112 от 3 декабря'],
    ['Chinese', '通函 129 号 保护儿童'],
    ['Vietnamese', 'Bảo vệ trẻ em trên mạng'],
  ])('gives its text in %s', async (_language, words) => {
    const reading = await readPdf(pdfOf(words));
    expect(reading).toMatchObject({ ok: true, pages: 1 });
    expect(reading.ok && reading.text.replaceAll(/\s+/g, '')).toContain(words.replaceAll(' ', ''));
  });

  it('with nothing in it but a picture has no text, and is taken all the same', async () => {
    expect(await readPdf(pdfWith(''))).toEqual({ ok: true, pages: 1, text: '' });
  });

  it.each([
    ['a script', '/OpenAction<</S/JavaScript/JS(app.alert(1))>>'],
    ['a script by name', '/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(app.alert(1))>>]>>>>'],
    [
      'a file inside',
      '/Names<</EmbeddedFiles<</Names[(a.exe)<</Type/Filespec/F(a.exe)/EF<</F 9 0 R>>>>]>>>>',
    ],
  ])('with %s is refused', async (_name, extra) => {
    expect(await readPdf(pdfWith(extra))).toEqual({ ok: false, why: 'acts' });
  });

  it('that is broken is refused', async () => {
    expect(await readPdf(text('%PDF-1.7\nnothing'))).toEqual({ ok: false, why: 'broken' });
  });
});
