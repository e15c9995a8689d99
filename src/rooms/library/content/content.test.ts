// SPDX-License-Identifier: EUPL-1.2
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGS } from '#platform/i18n';
import { type Kind, parseFacts, parseWords } from '#platform/records';
import { kinds } from '../kinds.ts';
import { vocabularies } from '../terms/vocabularies.ts';
import { contentItems } from './content.ts';
import { guideFiles } from './guides/files.ts';
import type { ContentItem } from './item.ts';

const items = contentItems();
const kindOf = (name: string): Kind => kinds.find((one) => one.name === name) ?? expect.fail(name);
const aliases = items.map(({ alias }) => alias);
const textOf = ({ facts, later, words }: ContentItem) => JSON.stringify({ facts, later, words });

/** The facts as they would be saved: a link is the place of the item that it names. */
function numbered({ kind, facts, later }: ContentItem): Record<string, unknown> {
  const { fields } = kindOf(kind);
  const place = (alias: unknown) => aliases.indexOf(String(alias)) + 1;
  const entries = Object.entries({ ...facts, ...later }).map(([name, value]) => {
    const as = fields[name]?.as;
    if (as === 'link') return [name, place(value)];
    return [name, as === 'links' ? [value].flat().map(place) : value];
  });
  return Object.fromEntries(entries);
}

describe('the starting content', () => {
  it('has each item once, by an alias that never changes', () => {
    expect(new Set(aliases).size).toBe(aliases.length);
    expect(items.length).toBeGreaterThan(40);
  });

  it.each(items.map((item) => [item.alias, item] as const))('%s fits its kind', (_, item) => {
    const kind = kindOf(item.kind);
    expect(parseFacts(kind, numbered(item))).toMatchObject({ ok: true });
    for (const [lang, words] of Object.entries(item.words))
      expect(parseWords(kind, words), lang).toMatchObject({ ok: true });
    const needed = Object.entries(kind.fields).filter(([, { need }]) => need);
    const lacking = needed.filter(
      ([name, { words }]) => (words ? item.words.en : item.facts)?.[name] === undefined,
    );
    expect(lacking.map(([name]) => name)).toEqual([]);
  });

  it('names only items that come before, or says that they come later', () => {
    for (const [place, { kind, facts }] of items.entries())
      for (const [name, value] of Object.entries(facts))
        if (['link', 'links'].includes(kindOf(kind).fields[name]?.as ?? ''))
          for (const alias of [value].flat())
            expect(aliases.slice(0, place), `${name} ${String(alias)}`).toContain(alias);
  });

  it('is there in eight languages, with the same texts in each', () => {
    for (const { alias, words } of items) {
      expect(Object.keys(words).sort(), alias).toEqual([...LANGS].sort());
      const units = Object.keys(words.en ?? {}).sort();
      const odd = LANGS.filter(
        (lang) => !Object.keys(words[lang] ?? {}).every((unit) => units.includes(unit)),
      );
      expect(odd, alias).toEqual([]);
    }
  });

  it('chooses from vocabularies that exist', () => {
    for (const { alias, kind, facts } of items)
      for (const [name, value] of Object.entries(facts)) {
        const list = vocabularies.find(({ scheme }) => scheme === kindOf(kind).fields[name]?.scheme);
        if (list === undefined) continue;
        for (const code of [value].flat())
          expect(
            list.terms.map((term) => term.code),
            `${alias} ${name}`,
          ).toContain(code);
      }
  });

  it('states nothing from memory: what is not read or quoted says that it is ours', () => {
    for (const { alias, kind, mark, from, facts } of items) {
      if (kind === 'guide') continue;
      if (mark === 'own') expect(facts.ours, alias).toBe(true);
      if (mark === 'S') expect(from, alias).toMatch(/^SEED-/);
      if (from !== undefined) expect(facts.source ?? facts.asOf, alias).toBeDefined();
    }
  });

  it('has no number to call, no address of a person, no flag and no emblem (H11, H19, H20, H22)', () => {
    for (const item of items) {
      const text = textOf(item);
      expect(text, item.alias).not.toMatch(/[\w.]+@[\w-]+\.\w/);
      expect(text, item.alias).not.toMatch(/\p{RI}|\p{Emoji_Presentation}/u);
      expect(text, item.alias).not.toMatch(/\b(tel:|116[ -]?\d{3}|\+\d{6,}|hotline \d+)/i);
      if (item.kind === 'guide') expect(text, item.alias).not.toMatch(/\d{3}/);
    }
  });
});

describe('guides', () => {
  it('are listed, every file of them, and their worries are terms', () => {
    const files = readdirSync(join(import.meta.dirname, 'guides')).filter((name) => name.endsWith('.json'));
    expect(guideFiles.map(({ worry }) => `${worry}.json`).sort()).toEqual(files.sort());
    const worries = vocabularies.find(({ scheme }) => scheme === 'worry')?.terms.map(({ code }) => code);
    for (const { worry } of guideFiles) expect(worries).toContain(worry);
  });

  it('on pictures, strangers and bullying are drafts until a reviewer passed them (H10)', () => {
    const drafts = items.filter(({ kind, safety }) => kind === 'guide' && safety === true);
    expect(drafts.map(({ facts }) => facts.worry)).toEqual(
      expect.arrayContaining(['bullying', 'pictures', 'strangers']),
    );
    for (const { facts } of drafts) expect(facts.safety).toBe(true);
  });
});
