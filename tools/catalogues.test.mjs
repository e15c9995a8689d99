// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileCatalogues } from './catalogues.mjs';

const LANGUAGES = ['en', 'fr', 'es', 'ru', 'ar', 'zh', 'vi', 'lv'];
const CATEGORIES = {
  ru: 'few many',
  ar: 'zero two few many',
  fr: 'many',
  es: 'many',
  lv: 'zero',
  zh: '-one',
  vi: '-one',
};

/** "3 reports" with the categories that a language has. */
function counted(language) {
  const more = CATEGORIES[language] ?? '';
  const names = more === '-one' ? ['other'] : ['one', ...more.split(' ').filter(Boolean), 'other'];
  return `{n, plural, ${names.map((name) => `${name} {#}`).join(' ')}}`;
}

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rowan-texts-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path, content) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
}

/** The same texts in every language, with one language's file changed. */
function locales(texts, changed = {}, folder = 'src/rooms/reports/locales') {
  for (const language of LANGUAGES) {
    const own = typeof texts === 'function' ? texts(language) : texts;
    const content = language in changed ? changed[language] : own;
    if (content !== null) write(`${folder}/${language}.json`, content);
  }
}

const compile = () => compileCatalogues({ root });
const generated = (name) => readFileSync(join(root, 'src/platform/i18n/generated', name), 'utf8');

describe('compileCatalogues', () => {
  it('writes types and texts of all languages', async () => {
    mkdirSync(join(root, 'src/platform'), { recursive: true });
    locales((language) => ({ 'reports.count': counted(language), 'reports.hello': 'Hello <b>{name}</b>' }));
    const safety = { 'reports.exit': 'Leave' };
    locales({ '@review': { default: 'checked' }, ...safety }, {}, 'src/rooms/reports/locales/safety');
    const { problems, keys } = await compile();
    expect(problems).toEqual([]);
    expect(keys).toEqual(['reports.count', 'reports.hello', 'reports.exit']);
    expect(generated('catalogue.ts')).toContain("'reports.count': { n: number };");
    expect(generated('catalogue.ts')).toContain("'reports.hello': { name: string | number };");
    expect(generated('catalogue.ts')).toContain("'reports.hello': 'b';");
    expect(generated('catalogue.ts')).toContain("export type SafetyKey = 'reports.exit';");
    const all = JSON.parse(generated('messages.json'));
    expect(all.safety).toEqual(['reports.exit']);
    expect(all.review.ar).toEqual({ 'reports.exit': 'checked' });
    expect(all.messages.ru['reports.count']).toBe(counted('ru'));
  });

  it('excuses a missing language that is written down as pending, and nothing else', async () => {
    locales({ 'reports.a': 'A' }, { fr: null, ar: null });
    write('docs/languages-pending.txt', '# on their way\nreports fr\n');
    const { problems, notes } = await compile();
    expect(notes).toEqual(['src/rooms/reports/locales fr: nothing yet']);
    expect(problems).toEqual(['src/rooms/reports/locales ar: nothing yet']);
    expect(existsSync(join(root, 'src/platform'))).toBe(false);
  });

  it.each([
    [
      'a missing key',
      { 'reports.a': 'A', 'reports.b': 'B' },
      { fr: { 'reports.a': 'A' } },
      /fr: 1 missing, first reports\.b/,
    ],
    [
      'a key too many',
      { 'reports.a': 'A' },
      { fr: { 'reports.a': 'A', 'reports.b': 'B' } },
      /fr reports\.b: not in en/,
    ],
    ['an empty text', { 'reports.a': 'A' }, { fr: { 'reports.a': ' ' } }, /fr reports\.a: empty/],
    [
      'a broken message',
      { 'reports.a': 'A' },
      { fr: { 'reports.a': '{n, plural}' } },
      /fr reports\.a: not ICU/,
    ],
    [
      'another argument',
      { 'reports.a': '{a}' },
      { fr: { 'reports.a': '{b}' } },
      /arguments are b: text, in en a: text/,
    ],
    [
      'another type',
      { 'reports.a': '{a}' },
      { fr: { 'reports.a': '{a, number}' } },
      /arguments are a: number/,
    ],
    [
      'another choice',
      { 'reports.a': '{a, select, x {1} other {2}}' },
      { fr: { 'reports.a': '{a, select, y {1} other {2}}' } },
      /\(other y\)/,
    ],
    ['another tag', { 'reports.a': '<b>A</b>' }, { fr: { 'reports.a': 'A' } }, /tags are "", in en "b"/],
    ['a key of another part', { 'cases.a': 'A' }, {}, /keys here begin with "reports\."/],
    ['a bare key', { reports: 'A' }, {}, /a key is words with dots between/],
    ['an unknown language', { 'reports.a': 'A' }, {}, /xx\.json: no language of Rowan/],
    [
      'an unknown review state',
      { '@review': { default: 'fine' }, 'reports.a': 'A' },
      {},
      /review state "fine"/,
    ],
    [
      'a review of nothing',
      { '@review': { 'reports.z': 'draft' }, 'reports.a': 'A' },
      {},
      /@review names reports\.z/,
    ],
    ['one name used as two', { 'reports.a': '{a, number} {a, date}' }, {}, /a is used as number and as date/],
    ['no JSON', { 'reports.a': 'A' }, { fr: '{' }, /fr\.json: /],
    ['no English', { 'reports.a': 'A' }, { en: null }, /no en\.json/],
  ])('finds %s', async (name, texts, changed, line) => {
    locales(texts, changed);
    if (name === 'an unknown language') write('src/rooms/reports/locales/xx.json', texts);
    const { problems } = await compile();
    expect(problems.join('\n')).toMatch(line);
  });

  it.each([
    ['ru', '{n, plural, one {#} few {#} other {#}}', 'plural n lacks many'],
    ['ar', '{n, plural, one {#} two {#} few {#} many {#} other {#}}', 'plural n lacks zero'],
    ['lv', '{n, plural, one {#} other {#}}', 'plural n lacks zero'],
    ['zh', '{n, plural, one {#} other {#}}', 'plural n has one, which zh does not use'],
    ['vi', '{n, selectordinal, other {#}}', 'plural n lacks one'],
  ])('knows the plurals of %s', async (language, text, line) => {
    locales((one) => ({ 'reports.count': counted(one) }), { [language]: { 'reports.count': text } });
    const { problems } = await compile();
    expect(problems).toEqual([`src/rooms/reports/locales ${language} reports.count: ${line}`]);
  });

  it('looks inside tags and branches', async () => {
    const text = (language) => ({
      'reports.a': `<b>{x, select, y {${counted(language)}} other {{who}}}</b>`,
    });
    locales(text, {
      fr: { 'reports.a': '<b>{x, select, y {{n, plural, one {#} other {#}}} other {{who}}}</b>' },
    });
    const { problems } = await compile();
    expect(problems).toEqual(['src/rooms/reports/locales fr reports.a: plural n lacks many']);
  });

  it('refuses a key that is safety text in one language only', async () => {
    locales({ 'reports.a': 'A' }, { fr: null });
    write('src/rooms/reports/locales/safety/fr.json', { 'reports.a': 'A' });
    const { problems } = await compile();
    expect(problems).toEqual([
      'src/rooms/reports/locales fr reports.a: safety text in one language and not in the other',
    ]);
  });
});
