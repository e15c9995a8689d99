// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { skeleton } from '../src/index.ts';

const CYRILLIC = '\u0421\u041e\u0420';

describe('skeleton', () => {
  it.each([
    ['COP', '~cop'],
    [CYRILLIC, '~cop'],
    ['\u039f\u03a1\u0391', '~opa'],
    ['C\u041eP', '~cop'],
    ['ＣＯＰ', '~cop'],
    [`${CYRILLIC}26`, '~cop26'],
    ['\u041d\u0410\u0422\u041e', '~hato'],
  ])('of %s is how it looks', (word, looks) => {
    expect(skeleton(word)).toBe(looks);
  });

  it.each([['cop'], ['Cop'], ['C'], ['2026'], ['ITU'], ['ЗАЩИТА'], ['COPCOPC'], ['儿童'], ['']])(
    'is none for %s',
    (word) => {
      expect(skeleton(word)).toBeNull();
    },
  );
});
