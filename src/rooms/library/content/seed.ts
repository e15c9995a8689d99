// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import {
  claimAlias,
  createRecord,
  findByAlias,
  kindOf,
  publish,
  readRecord,
  saveFacts,
  saveWords,
  submit,
} from '#platform/records';
import { contentItems } from './content.ts';
import type { ContentItem } from './item.ts';

const SCHEME = 'fact';
const TONGUE = 'en';

/** How many records were begun, and how many languages were added to records of an older release. */
export interface Seeded {
  begun: number;
  languages: number;
}

/**
 * Brings the starting content, acting as the installation itself. Run again it changes nothing, and whatever a person
 * touched stays as they left it. What is no safety text is published at once; its translations say that nobody checked them.
 */
export async function seedContent(ctx: Ctx, items: readonly ContentItem[] = contentItems()): Promise<Seeded> {
  const seeded: Seeded = { begun: 0, languages: 0 };
  for (const group of groupsOf(items)) {
    await atomically(ctx, async (inner) => {
      const fresh: { item: ContentItem; id: number }[] = [];
      for (const item of group) {
        const known = await findByAlias(inner.db, SCHEME, item.alias);
        if (known !== null) seeded.languages += await complete(inner, known, item);
        else fresh.push({ item, id: await begin(inner, item) });
      }
      for (const { item, id } of fresh) await finish(inner, id, item);
      seeded.begun += fresh.length;
    });
  }
  return seeded;
}

/** Items that name one that comes later go with it into one transaction. */
function groupsOf(items: readonly ContentItem[]): ContentItem[][] {
  const groups: ContentItem[][] = [];
  let joins = false;
  for (const item of items) {
    if (joins) groups.at(-1)?.push(item);
    else groups.push([item]);
    joins = item.later !== undefined;
  }
  return groups;
}

async function begin(ctx: TxCtx, item: ContentItem): Promise<number> {
  const { id } = await createRecord(ctx, {
    kind: item.kind,
    tongue: TONGUE,
    facts: await resolved(ctx, item.kind, item.facts),
    words: item.words[TONGUE] ?? {},
    translations: translationsOf(item),
    via: 'content',
  });
  const claimed = await claimAlias(ctx.db, { scheme: SCHEME, value: item.alias, record: id });
  if (!claimed) throw new Error(`the content ${item.alias} is being brought by another process`);
  return id;
}

function translationsOf({ words }: ContentItem) {
  const others = Object.entries(words).filter(([lang]) => lang !== TONGUE);
  return Object.fromEntries(others.map(([lang, text]) => [lang, { words: text, maker: 'machine' as const }]));
}

async function finish(ctx: TxCtx, id: number, item: ContentItem): Promise<void> {
  if (item.later !== undefined) {
    const facts = await resolved(ctx, item.kind, { ...item.facts, ...item.later });
    await saveFacts(ctx, { record: id, base: 1, facts, via: 'content' });
  }
  if (item.safety) return;
  await show(ctx, id, ['', ...Object.keys(item.words)]);
}

async function show(ctx: TxCtx, id: number, parts: readonly string[]): Promise<void> {
  const record = await readRecord(ctx.db, id, { face: 1, level: 2 });
  if (record === null) return;
  const revs = parts.map((part) => [part, part === '' ? record.factsRev : (record.words[part]?.rev ?? 0)]);
  await submit(ctx, { record: id });
  await publish(ctx, { record: id, revs: Object.fromEntries(revs) });
}

/** Adds what a new release can say in more languages; readers see it where they see the rest. */
async function complete(ctx: TxCtx, id: number, item: ContentItem): Promise<number> {
  const added = await addLanguages(ctx, id, item);
  const record = await readRecord(ctx.db, id, { face: 1, level: 2 });
  if (added.length > 0 && record?.state === 'live') await show(ctx, id, added);
  return added.length;
}

/** Saves the languages that the record has not, as long as nobody changed the original that they translate. */
async function addLanguages(ctx: TxCtx, id: number, { words }: ContentItem): Promise<string[]> {
  const record = await readRecord(ctx.db, id, { face: 1, level: 2 });
  if (record === null || record.words[TONGUE]?.rev !== 1) return [];
  const missing = Object.entries(words).filter(([lang]) => record.words[lang] === undefined);
  for (const [lang, text] of missing) {
    const states = Object.fromEntries(Object.keys(text).map((unit) => [unit, 'machine' as const]));
    await saveWords(ctx, { record: id, lang, base: 0, words: text, states, via: 'content' });
  }
  return missing.map(([lang]) => lang);
}

/** Numbers for the aliases that link fields name. */
async function resolved(ctx: TxCtx, kind: string, facts: ContentItem['facts']): Promise<typeof facts> {
  const { fields } = kindOf(kind);
  const numbered: Record<string, unknown> = { ...facts };
  for (const [name, value] of Object.entries(facts)) {
    const as = fields[name]?.as;
    if (as !== 'link' && as !== 'links') continue;
    const ids: number[] = [];
    for (const alias of [value].flat()) ids.push(await idOf(ctx, alias));
    numbered[name] = as === 'link' ? ids[0] : ids;
  }
  return numbered;
}

async function idOf(ctx: TxCtx, alias: unknown): Promise<number> {
  const id = await findByAlias(ctx.db, SCHEME, String(alias));
  if (id === null) throw new Error(`the content names ${String(alias)}, which does not come before it`);
  return id;
}
