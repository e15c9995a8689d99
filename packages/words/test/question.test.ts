// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { allText, anyText, foldText, QUESTION_LIMITS, question } from '../src/index.ts';
import { finds, matches } from './finds.ts';

const asked = (text: string, preferred: string): string[] =>
  question(text, preferred).words.map((word) => word.text);

describe('question', () => {
  it.each([
    ['en', 'what to do about my son and the scam', ['son', 'scam']],
    ['en', 'the men in the car', ['men', 'car']],
    ['fr', "comment protéger l'enfant de son école", ['protéger', 'enfant', 'école']],
    ['en', "protection de l'enfant en ligne", ['protection', 'enfant', 'ligne']],
    ['es', '¿qué hacer con el acoso en la red?', ['hacer', 'acoso', 'red']],
    ['ru', 'как защитить её ребёнка в интернете', ['защитить', 'ребёнка', 'интернете']],
    ['ar', 'كيف أبلغ عن التنمر الى الشرطة', ['أبلغ', 'التنمر', 'الشرطة']],
    ['zh', '怎么保护儿童', ['保护', '儿童']],
    ['vi', 'làm sao để bảo vệ trẻ em của tôi', ['bảo', 'vệ', 'trẻ', 'em']],
    ['vi', 'bao ve tre em cua toi', ['bao', 've', 'tre', 'em']],
    ['lv', 'kā pasargāt bērnu no vardarbības', ['pasargāt', 'bērnu', 'vardarbības']],
  ])('drops little words while another remains, in %s: %s', (preferred, text, words) => {
    expect(asked(text, preferred)).toEqual(words);
  });

  it('keeps little words when there is nothing else', () => {
    expect(asked('to be or not to be', 'en')).toEqual(['to', 'be', 'or', 'not']);
    expect(asked('что это', 'ru')).toEqual(['что', 'это']);
    expect(asked('的', 'zh')).toEqual(['的']);
  });

  it('takes an accent as said: của is little, cua is a crab too', () => {
    expect(asked('đường của bé', 'vi')).toEqual(['đường', 'bé']);
    expect(asked('đường cứa bé', 'vi')).toEqual(['đường', 'cứa', 'bé']);
  });

  it('asks in the endings of every language of the script', () => {
    const [word] = question('enfants', 'en').words;
    expect(word?.forms).toContain('enfant');
    expect(finds('niños', 'El niño', 'es')).toBe(true);
    expect(matches(question('niños', 'lv'), 'El niño', 'es')).toBe(true);
    expect(matches(question('ребенка', 'vi'), 'О детях', 'ru')).toBe(true);
  });

  it('finds an abbreviation in any case and alphabet', () => {
    for (const spelt of ['COP', 'cop', 'Cop', 'СОР', 'сор', 'ＣＯＰ']) {
      for (const text of ['The COP guidelines', 'Руководство СОР']) {
        expect(matches(question(spelt, 'en'), text, text.startsWith('The') ? 'en' : 'ru')).toBe(true);
      }
    }
  });

  it('asks for one Chinese character alone by its beginning', () => {
    const { words } = question('孩', 'zh');
    expect(words).toEqual([{ text: '孩', forms: ['孩'], begins: true }]);
    expect(allText(words)).toBe("('孩':*)");
    expect(finds('孩', '孩子上网', 'zh')).toBe(true);
  });

  it('is empty when nothing was asked', () => {
    for (const text of ['', '   ', '!?…', '\0', "'"]) {
      const empty = question(text, 'en');
      expect(empty.words).toEqual([]);
      expect([allText(empty.words), anyText(empty.words), empty.like]).toEqual(['', '', '']);
    }
  });

  it('looks at so many characters and words, and at each word once', () => {
    const { characters, words } = QUESTION_LIMITS;
    expect(question('word '.repeat(100), 'en').words).toHaveLength(1);
    const many = Array.from({ length: 40 }, (_, at) => `w${at}x`).join(' ');
    expect(question(many, 'en').words).toHaveLength(words);
    expect([...question('ж'.repeat(10_000), 'ru').text]).toHaveLength(characters);
    expect(question(`${'a'.repeat(199)}😀😀`, 'en').text.isWellFormed()).toBe(true);
  });

  it('carries its folded text for trigrams', () => {
    expect(question(' Защита  Ребёнка! ', 'ru').like).toBe(foldText('защита ребенка'));
  });

  it('takes any tag for the language of the reader', () => {
    expect(asked('child safety', 'xx-not a tag')).toEqual(['child', 'safety']);
  });
});

describe('the text of a question', () => {
  const { words } = question("safe O'Brien", 'en');

  it('asks for all words, or any', () => {
    const [safe = [], brien = []] = words.map(({ forms }) => forms.map((form) => `'${form}'`));
    expect(allText(words)).toBe(`(${safe.join(' | ')}) & (${brien.join(' | ')})`);
    expect(anyText(words)).toBe(`(${safe.join(' | ')}) | (${brien.join(' | ')})`);
  });

  it('holds nothing that PostgreSQL would read as more than words', () => {
    const forms = ["a' | 'b", 'c\\', "d') & !('e:*"];
    expect(allText([{ text: '', forms, begins: false }])).toBe("('a'' | ''b' | 'c\\\\' | 'd'') & !(''e:*')");
  });
});
