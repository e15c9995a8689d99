// SPDX-License-Identifier: EUPL-1.2
import { isLang } from '#platform/i18n';
import commitments from './commitments.json' with { type: 'json' };
import { guideItems } from './guide-items.ts';
import guidelines from './guidelines.json' with { type: 'json' };
import { guideFiles } from './guides/files.ts';
import type { ContentItem, ContentSource } from './item.ts';
import sources from './sources.json' with { type: 'json' };
import treaties from './treaties.json' with { type: 'json' };
import vietnam from './vietnam.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

const known: Readonly<Record<string, ContentSource>> = sources;
const files = [words, treaties, commitments, guidelines, vietnam] as unknown as readonly ContentItem[][];

/** The starting content, what others name before what names it. */
export function contentItems(): ContentItem[] {
  return [...files.flat().map(withSource), ...guideFiles.flatMap(guideItems)];
}

/** Says of an item where it comes from, in each of its languages. */
function withSource(item: ContentItem): ContentItem {
  const source = known[item.from ?? ''];
  if (source === undefined) return item;
  const { tongue, asOf, address } = source;
  const origin = {
    ...(asOf === undefined ? {} : { asOf }),
    ...(address === undefined ? {} : { source: address }),
    ...('quote' in item.facts ? { quoteTongue: tongue } : {}),
  };
  const cited = Object.entries(item.words).map(([lang, text]) => [
    lang,
    isLang(lang) ? { cited: source.cited[lang], ...text } : text,
  ]);
  return { ...item, facts: { ...origin, ...item.facts }, words: Object.fromEntries(cited) };
}
