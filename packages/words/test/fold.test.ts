// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { fold, foldText } from '../src/index.ts';

describe('fold', () => {
  it.each([
    ['Élève', 'eleve'],
    ['NIÑO', 'nino'],
    ['Đường', 'duong'],
    ['BẢO', 'bao'],
    ['ģimeņu', 'gimenu'],
    ['Œuvre', 'oeuvre'],
    ['Straße', 'strasse'],
    ['İzmir', 'izmir'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['don’t', 'dont'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['ＣＯＰ', 'cop'],
    ['ﬁlter', 'filter'],
  ])('takes case and accents off %s', (word, folded) => {
    expect(fold(word)).toBe(folded);
  });

  it.each([
    ['Ребёнок', 'ребенок'],
    ['Защитой', 'защитой'],
    ['ЙОД', 'йод'],
    ['и\u0306од', 'йод'],
    ['за\u0301мок', 'замок'],
    ['й\u0301', 'й'],
    ['Їжак', 'іжак'],
    ['ўсё', 'ўсе'],
  ])('keeps й and ў, which are letters, in %s', (word, folded) => {
    expect(fold(word)).toBe(folded);
  });

  it.each([
    ['أطفال', 'اطفال'],
    ['إساءة', 'اساءه'],
    ['آمن', 'امن'],
    ['ٱلطفل', 'الطفل'],
    ['طِفْلٌ', 'طفل'],
    ['التنمّر', 'التنمر'],
    ['حمـــاية', 'حمايه'],
    ['مبنى', 'مبني'],
    ['مسؤول', 'مسوول'],
    ['هيئة', 'هييه'],
    ['کودکی', 'كودكي'],
    ['ﻷﻃﻔﺎﻝ', 'لاطفال'],
    ['٢٠٢٦', '2026'],
    ['۱۴۰۵', '1405'],
  ])('brings Arabic forms together: %s', (word, folded) => {
    expect(fold(word)).toBe(folded);
  });

  it.each([['हिन्दी'], ['ภาษาไทย'], ['が'], ['한국'], ['儿童']])(
    'leaves the vowels of %s where they are',
    (word) => {
      expect(fold(word)).toBe(word);
    },
  );

  it('gives the same for composed and decomposed text', () => {
    for (const word of ['Bảo', 'niño', 'защитой', 'أطفال', 'ģimene', 'е\u0308']) {
      expect(fold(word.normalize('NFD'))).toBe(fold(word.normalize('NFC')));
    }
  });

  it('is done once: no character of Unicode changes when folded again', () => {
    const changing: string[] = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const once = fold(String.fromCodePoint(code));
      if (fold(once) !== once) changing.push(code.toString(16));
    }
    expect(changing).toEqual([]);
  });
});

describe('foldText', () => {
  it.each([
    ['  L’école, c’est ici! ', 'l ecole c est ici'],
    ['Защита детей: 2021—2026', 'защита детей 2021 2026'],
    ['儿童，保护', '儿童 保护'],
    ['...', ''],
  ])('parts the words of "%s" by single spaces', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});
