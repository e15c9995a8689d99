// SPDX-License-Identifier: EUPL-1.2
import sanitizeHtml from 'sanitize-html';

/** What of a page cannot be kept as prose. */
export type Lost = 'image' | 'embed' | 'table' | 'form' | 'shortcode';

export interface ProseRead {
  /** Paragraphs, `## ` headings and `- ` lists. */
  text: string;
  lost: Lost[];
}

const lostTags: Readonly<Record<string, Lost>> = {
  ...{ img: 'image', picture: 'image', svg: 'image', canvas: 'image', figure: 'image' },
  ...{ iframe: 'embed', video: 'embed', audio: 'embed', object: 'embed', embed: 'embed' },
  ...{ table: 'table', form: 'form' },
};
const blocks = [
  'p',
  'div',
  'section',
  'article',
  'blockquote',
  'pre',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'hr',
  'figcaption',
];
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const SHORTCODE = /\[\/?[a-z][\w-]*(?:\s[^\]\n]{0,500})?\]/gi;
// WordPress plays a bare address on a line of its own.
const PLAYED = /^\s*https?:\/\/\S+\s*$/gm;

/** Reads a page of another system as prose. Markup goes, words stay; what words cannot say is named. */
export function proseFrom(html: string): ProseRead {
  const lost = new Set<Lost>();
  const clean = sanitizeHtml(html, {
    allowedTags: [...blocks, ...headings, 'li', 'br', 'a', ...Object.keys(lostTags)],
    allowedAttributes: { a: ['href'] },
    allowedSchemes: ['http', 'https'],
    nestingLimit: 50,
    exclusiveFilter: ({ tag }) => {
      const what = tag === 'figure' ? undefined : lostTags[tag];
      if (what !== undefined) lost.add(what);
      return what !== undefined;
    },
  });
  const marked = clean
    .replaceAll(/<h[1-6]>([\s\S]*?)<\/h[1-6]>/g, (_all, words: string) => `\n\n## ${oneLine(words)}\n\n`)
    .replaceAll(/<li>/g, '\n- ')
    .replaceAll(/<\/li>/g, '')
    .replaceAll(/<br \/>/g, '\n')
    .replaceAll(/<a href="([^"]*)">([\s\S]*?)<\/a>/g, (_all, to: string, words: string) =>
      linkWords(words, to),
    )
    .replaceAll(/<[^>]*>/g, '\n\n');
  let text = decoded(marked);
  text = text.replace(SHORTCODE, () => {
    lost.add('shortcode');
    return '';
  });
  text = text.replace(PLAYED, (address) => {
    lost.add('embed');
    return address;
  });
  const lines = text.split('\n').map((line) => line.replaceAll(/\s+/g, ' ').trim());
  return {
    text: lines
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim(),
    lost: [...lost],
  };
}

const oneLine = (words: string) =>
  words
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Prose has no links; the address stands behind the words, where it says more than they do. */
const linkWords = (words: string, to: string): string =>
  to === '' || words.includes(to) ? words : `${words} (${to})`;

const names: Readonly<Record<string, string>> = {
  ...{ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ', '&amp;': '&' },
};

/** Text as a person reads it, from what the sanitizer wrote. */
export const decoded = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => names[entity] ?? entity);
