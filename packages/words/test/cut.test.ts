// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { cut } from '../src/index.ts';

const textsOf = (text: string, language: string): string[] => cut(text, language).map((word) => word.text);

describe('cut', () => {
  it.each([
    ['en', 'Children’s safety, online.', ['Children', 'safety', 'online']],
    ['en', "Parents' guide: don't panic", ['Parents', 'guide', "don't", 'panic']],
    ['en', 'see www.example.org/file_name', ['see', 'www', 'example', 'org', 'file', 'name']],
    ['en', 'at 3.5 of 1,000 in the U.S.', ['at', '3.5', 'of', '1,000', 'in', 'the', 'US']],
    ['fr', "L'enfant qu’elle aime, aujourd'hui", ['enfant', 'elle', 'aime', "aujourd'hui"]],
    ['es', '¿Qué es el ciberacoso?', ['Qué', 'es', 'el', 'ciberacoso']],
    ['ru', 'Дети-сироты в сети', ['Дети', 'сироты', 'в', 'сети']],
    ['ar', 'حماية الأطفال، والتنمّر', ['حماية', 'الأطفال', 'والتنمّر']],
    ['vi', 'Bảo vệ trẻ em', ['Bảo', 'vệ', 'trẻ', 'em']],
    ['vi', '14/CT-TTg', ['14', 'CT', 'TTg']],
    ['lv', 'Bērnu aizsardzība', ['Bērnu', 'aizsardzība']],
    ['zh', '儿童保护，网络安全', ['儿童', '保护', '网络', '安全']],
    ['', 'any language', ['any', 'language']],
    ['not a tag!', 'still cut', ['still', 'cut']],
  ])('finds the words of %s: %s', (language, text, words) => {
    expect(textsOf(text, language)).toEqual(words);
  });

  it('counts the words and says where each stands', () => {
    const text = "Pour l'enfant et l’école";
    const words = cut(text, 'fr');
    expect(words.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['Pour', 'enfant', 'et', 'école']);
  });

  it('gives Chinese words their pairs, over the words but not over a comma or another script', () => {
    expect(cut('儿童保护，COP倡议', 'zh').map(({ pairs }) => pairs)).toEqual([
      ['儿童', '童保'],
      ['保护'],
      [],
      ['倡议'],
    ]);
  });

  it('keeps rare characters of two units whole', () => {
    expect(cut('𠀀𠀁', 'zh').flatMap(({ pairs }) => pairs)).toEqual(['𠀀𠀁']);
  });
});
