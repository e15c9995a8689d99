// SPDX-License-Identifier: EUPL-1.2

/** News of one list, in one language. */
export interface Feed {
  /** The permanent address of the list; also what the feed is called. */
  id: string;
  title: string;
  /** Where people read the same. */
  page: string;
  /** The feed itself. */
  self: string;
  lang: string;
  /** What the banner of every page says, in a demonstration or rehearsal (H12). */
  banner: string | null;
  /** Who brings it out: the installation. */
  author: string;
  updated: Date;
  entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** The permanent address of the record. */
  id: string;
  title: string;
  /** '' for none. */
  lede: string;
  /** The language of title and lede. */
  lang: string;
  page: string;
  /** ISO 8601 day of the record itself. */
  day: string;
  updated: Date;
}

const refused = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text as it stands in XML, in an element or between quotes. What XML has no place for is left out. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(refused, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const element = (name: string, text: string, more = '') => `<${name}${more}>${xmlText(text)}</${name}>`;
const link = (rel: string, href: string, type: string) =>
  `<link rel="${rel}" type="${type}" href="${xmlText(href)}"/>`;
const lang = (code: string) => ` xml:lang="${xmlText(code)}"`;

/** RFC 4287. */
export function atomFeed(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom"${lang(feed.lang)}>`,
    element('id', feed.id),
    element('title', feed.title),
    ...(feed.banner === null ? [] : [element('subtitle', feed.banner)]),
    element('updated', feed.updated.toISOString()),
    `<author>${element('name', feed.author)}</author>`,
    link('self', feed.self, 'application/atom+xml'),
    link('alternate', feed.page, 'text/html'),
    ...feed.entries.map(atomEntry),
    '</feed>',
    '',
  ].join('\n');
}

function atomEntry(entry: FeedEntry): string {
  const { id, title, lede, page, updated } = entry;
  return [
    `<entry${lang(entry.lang)}>`,
    element('id', id),
    element('title', title),
    element('updated', updated.toISOString()),
    link('alternate', page, 'text/html'),
    element('summary', lede === '' ? title : lede),
    '</entry>',
  ].join('\n');
}

/** JSON Feed 1.1. */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    ...(feed.banner === null ? {} : { description: feed.banner }),
    home_page_url: feed.page,
    feed_url: feed.self,
    language: feed.lang,
    authors: [{ name: feed.author }],
    items: feed.entries.map(({ id, title, lede, lang: language, page, updated }) => ({
      id,
      url: page,
      title,
      content_text: lede === '' ? title : lede,
      date_modified: updated.toISOString(),
      language,
    })),
  });
}
