// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findByAlias, readRecord, revisionsOf, saveWords, versionOf } from '#platform/records';
import { startTestApp, type TestApp } from '../../../../tests/harness/app.ts';
import { until } from '../../../../tests/harness/family.ts';
import { contentItems } from '../content/content.ts';
import { seedContent } from '../content/seed.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const idOf = async (alias: string) => (await findByAlias(app.ctx().db, 'fact', alias)) ?? 0;
const draft = async (alias: string) => {
  const found = await readRecord(app.ctx().db, await idOf(alias), { face: 1, level: 2 });
  return found ?? expect.fail(alias);
};

describe('bringing the starting content', { timeout: 60_000 }, () => {
  it('shows it to readers, labelled where nobody checked the words', async () => {
    const items = contentItems();
    expect(await seedContent(app.ctx())).toEqual({ begun: items.length, languages: 0 });
    const law = await idOf('ZH-29');
    const reader = app.visitor();
    const { location } = await reader.get(`/en/library/law/${law}`);
    const page = await reader.get(location ?? '');
    expect(page.text).toContain('Convention on the Rights of the Child');
    expect(page.text).toContain('as the letter says');
    const { location: latvian } = await reader.get(`/lv/library/law/${law}`);
    expect((await reader.get(latvian ?? '')).text).toContain('Konvencija par bērna tiesībām');
    expect((await draft('ZH-29')).words.lv?.machine).toBeGreaterThan(0);
  });

  it('leaves words to a child in danger as drafts (H10)', async () => {
    const guide = await draft('guide-pictures-child');
    expect([guide.state, guide.edition, guide.facts.safety]).toEqual(['draft', 0, true]);
    expect((await app.visitor().get(`/en/library/guide/${guide.id}`)).status).toBe(404);
    expect(guide.facts.counterpart).toBe(await idOf('guide-pictures-adult'));
  });

  it('changes nothing when it runs again', async () => {
    const before = await versionOf(app.ctx().db);
    expect(await seedContent(app.ctx())).toEqual({ begun: 0, languages: 0 });
    expect(await versionOf(app.ctx().db)).toBe(before);
  });

  it('never writes over what people changed', async () => {
    const { id, words } = await draft('TE-11');
    const changed = { ...words.en?.body, meaning: 'Changed by a person.' };
    await saveWords(app.ctx(), { record: id, lang: 'en', base: 1, words: changed });
    const history = await revisionsOf(app.ctx().db, id);
    await seedContent(app.ctx());
    expect(await revisionsOf(app.ctx().db, id)).toEqual(history);
    expect((await draft('TE-11')).words.en?.body.meaning).toBe('Changed by a person.');
  });

  it('adds languages of a newer release, and shows them', async () => {
    const [first] = contentItems();
    if (first === undefined) return;
    const { lv: _lv, ...others } = first.words;
    const item = { ...first, alias: 'test-1' };
    await seedContent(app.ctx(), [{ ...item, words: others }]);
    const id = await idOf('test-1');
    expect((await draft('test-1')).words.lv).toBeUndefined();
    expect(await seedContent(app.ctx(), [item])).toEqual({ begun: 0, languages: 1 });
    const shown = await readRecord(app.ctx().db, id, { face: 0, level: 0 });
    expect(Object.keys(shown?.words ?? {})).toContain('lv');
  });
});

it('a start brings the content by itself', { timeout: 60_000 }, async () => {
  const started = await startTestApp({ content: true });
  try {
    await until(
      'the Convention is there',
      async () => (await started.visitor().get('/en/library/law')).text.includes('Rights of the Child'),
      40_000,
    );
  } finally {
    await started.stop();
  }
});
