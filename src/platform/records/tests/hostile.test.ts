// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Attic, begin, change, press, startAttic } from './staff.ts';

let attic: Attic;
beforeAll(async () => {
  attic = await startAttic();
});
afterAll(() => attic.app.stop());

const BIDI = '\u202eevil\u202c \u2066isolated\u2069 \u200fmark \u061c';

/** What somebody may try to let another's browser run or show. */
const CORPUS = [
  '<script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<style>*{display:none}</style>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '{{constructor.constructor("alert(1)")()}}',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '## <b onclick=alert(1)>head</b>\n- <i onclick=alert(1)>item</i>',
  '=HYPERLINK("https://evil.example","x")',
  `${BIDI}`,
  '\u0000\u0007null',
];

/** Markup that a page of ours would never have, and addresses that run. */
function hostileIn(html: string): string[] {
  const tags = html.match(/<[a-z!](?:"[^"]*"|[^>"])*>/gi) ?? [];
  const bad = /\son\w+\s*=|javascript:|srcdoc|<style|<iframe|<svg\/|<!--|alert\(1\)/i;
  const scripts = tags.filter((tag) => /^<script/i.test(tag) && !/ src="\/assets\//.test(tag));
  return [...tags.filter((tag) => bad.test(outsideValues(tag))), ...scripts];
}

// What was typed may stand inside a quoted attribute, where it is only text.
const outsideValues = (tag: string) =>
  tag.replaceAll(/\s(value|content|aria-label)="[^"]*"/g, '').replaceAll(/\shref="\/[^"]*"/g, '');

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come through
const HIDDEN = /[\u0000-\u0008\u061c\u200f\u202a-\u202e]/;
const SCRIPTED = /[\u2066-\u2069]/;

describe('what somebody typed to do harm', () => {
  it.each(CORPUS.map((text, at) => [at, text] as const))(
    'is harmless on every page (%i)',
    async (at, text) => {
      const { maple, juniper, reader } = attic;
      const id = await begin(maple, 'deed', {
        name: `Title ${text}`,
        ...{ summary: text, text, hint: text, forMembers: text.replaceAll('\n', ' ') },
        ...{
          reference: `A${at}${text.replaceAll(/\s+/g, ' ').slice(0, 100)}`,
          contact: text.replaceAll('\n', ' '),
        },
      });
      await press(maple, `${id}/submit`);
      await press(juniper, `${id}/publish`, { said: text });
      const work = `/en/desk/record/${id}`;
      const moved = await reader.get(`/en/attic/deed/${id}`);
      const pages = [
        await reader.get(moved.location ?? ''),
        await reader.get('/ar/attic/deed'),
        ...(await Promise.all(
          [
            '',
            '/read',
            '/facts',
            '/words/en',
            '/words/fr',
            '/history',
            '/history/en/1',
            '/history/facts/1',
          ].map((rest) => maple.get(`${work}${rest}`)),
        )),
        await maple.get('/en/desk/records/deed'),
        await maple.get('/en/desk/translate?to=fr'),
      ];
      for (const page of pages) {
        expect(page.status).toBe(200);
        expect(hostileIn(page.body)).toEqual([]);
        expect(page.body).not.toMatch(HIDDEN);
      }
      // Isolates of our own stand only in Arabic titles.
      expect(pages[0]?.body).not.toMatch(SCRIPTED);
      expect(pages[0]?.headers.get('content-security-policy')).toContain("script-src 'self'");
    },
  );

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'vbscript:x',
    'https://user:pass@evil.example/',
    'ftp://files.example/',
    'https://localhost/',
    '//evil.example',
    'file:///etc/passwd',
  ])('is no web address: %s', async (site) => {
    const path = '/en/desk/records/deed/new';
    await attic.maple.get(path);
    const reply = await attic.maple.post(path, { tongue: 'en', name: 'x', site, go: 'save' });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('id="site-error"');
  });

  it('is refused as a file in disguise, in words', async () => {
    const path = '/en/desk/records/deed/new';
    await attic.maple.get(path);
    for (const text of ['data:text/html;base64,PHNjcmlwdD4=', 'A'.repeat(3000), '%PDF-1.7'])
      expect((await attic.maple.post(path, { tongue: 'en', name: 'x', text, go: 'save' })).status).toBe(415);
  });

  it('is refused where it is huge, beside its field', async () => {
    const { maple } = attic;
    const path = '/en/desk/records/deed/new';
    await maple.get(path);
    const long = 'word '.repeat(4100);
    const reply = await maple.post(path, { tongue: 'en', name: 'x', text: long, go: 'save' });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('at most 20,000 characters');
    expect(reply.body).toContain(long.trim().slice(-200));
    const rows = Array.from({ length: 101 }, (_, at) => `key${at}`);
    const many = await maple.post(path, { tongue: 'en', name: 'x', 'said[]': rows, go: 'save' });
    expect(many.status).toBe(422);
  });

  it('cannot reach another field, kind, row or record', async () => {
    const { maple, juniper } = attic;
    const id = await begin(maple, 'deed', { name: 'Mine', reference: 'B 1' });
    const path = `/en/desk/record/${id}/facts`;
    const rows = { 'said[]': ['KEY!', '../x', 'k1ab'], 'said/k1ab/who': 'Ann', 'said/k9zz/who': 'nobody' };
    const papers = { 'papers[]': `${'0'.repeat(64)} none.pdf`, 'answers[]': '999999' };
    const refused = await change(maple, path, { ...rows, ...papers });
    expect(refused.status).toBe(422);
    for (const field of ['papers', 'answers']) expect(refused.body).toContain(`id="${field}-error"`);
    await change(maple, path, { ...rows, unknown: 'x', name: 'Not here' });
    const read = await juniper.get(`/en/desk/record/${id}/read`);
    expect(read.text).toContain('Mine');
    expect(read.text).not.toMatch(/Not here|nobody|none\.pdf/);
  });
});
