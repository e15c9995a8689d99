// SPDX-License-Identifier: EUPL-1.2
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { wordsIn } from './address.ts';
import { blocksOf, Prose } from './prose.tsx';

describe('prose', () => {
  it('is paragraphs, headings and lists', () => {
    expect(blocksOf('One\ntwo\n\n## Head\n- a\n- b\nAfter')).toEqual([
      { as: 'p', lines: ['One', 'two'] },
      { as: 'h', lines: ['Head'] },
      { as: 'ul', items: ['a', 'b'] },
      { as: 'p', lines: ['After'] },
    ]);
  });

  it('is never markup and never a link', () => {
    const html = renderToString(<Prose text={'<script>x</script> https://a.example\n\n- <b onclick=x>'} />);
    expect(html).not.toMatch(/<script|<b |<a /);
    expect(html).toContain('&lt;script>');
  });
});

describe('the words of an address', () => {
  it.each([
    ['Children & the Internet: a guide', 'children-the-internet-a-guide'],
    ['Закон о защите детей', 'закон-о-защите-детей'],
    ['保护儿童', '保护儿童'],
    ['Bảo vệ trẻ em', 'bảo-vệ-trẻ-em'],
    ['../../etc?x=1#y', 'etc-x-1-y'],
    ['!!!', ''],
  ])('of %s are %s', (title, words) => {
    expect(wordsIn(title)).toBe(words);
  });

  it('are cut between words, and never endless', () => {
    expect([...wordsIn('word '.repeat(100))].length).toBeLessThanOrEqual(60);
    expect([...wordsIn('w'.repeat(300))].length).toBe(60);
  });
});
