// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { dayIn } from './find-day.ts';
import { guessLetter } from './guess.ts';
import { tongueOf } from './tongue-of.ts';

describe('a day in a text', () => {
  it.each([
    ['Женева, 3 декабря 2021 года', '2021-12-03'],
    ['日期: 17.02.2009 时间:', '2009-02-17'],
    ['2009年2月17日', '2009-02-17'],
    ['Chiều ngày 5/3/2020, tại Hà Nội', '2020-03-05'],
    ['ngày 07 tháng 6 năm 2019', '2019-06-07'],
    ['Publicēts 2022. gada 8. februārī', '2022-02-08'],
    ['3 December 2021', '2021-12-03'],
    ['December 3, 2021', '2021-12-03'],
    ['le 14 juillet 2021', '2021-07-14'],
    ['3 de diciembre de 2021', '2021-12-03'],
    ['٣ ديسمبر ٢٠٢١', '2021-12-03'],
    ['2021-12-03', '2021-12-03'],
    ['31.02.2021', null],
    ['Circular 129, 12 pages', null],
  ])('%s is %s', (text, day) => {
    expect(dayIn(text)).toBe(day);
  });
});

describe('the language of a text', () => {
  it.each([
    ['Уважаемая госпожа, уважаемый господин', 'ru'],
    ['保障儿童网上安全', 'zh'],
    ['bảo vệ trẻ em trên không gian mạng', 'vi'],
    ['uzlabot tiešsaistes vidi bērniem un jauniešiem', 'lv'],
    ['the letter and the answer that came with it from this office', 'en'],
    ['les enfants dans une classe avec des tablettes pour lire', 'fr'],
    ['los niños y las niñas con una tableta para leer', 'es'],
    ['حماية الأطفال على الإنترنت', 'ar'],
    ['12', undefined],
  ])('%s', (text, lang) => {
    expect(tongueOf(text)).toBe(lang);
  });
});

describe('what a letter says about itself', () => {
  it('is read off a circular in Russian', () => {
    const text = `Бюро примера (BDX)

Осн.: Циркуляр BDX/DNS/112

Город, 3 декабря 2021 года

Предмет: Обновленная информация по инициативе

Уважаемая госпожа,
просим поделиться примерами, направив их по адресу post@bureau.example.

(подпись)

Анна Примерова
Директор`;
    expect(guessLetter(text)).toEqual({
      subject: 'Обновленная информация по инициативе',
      reference: 'Циркуляр BDX/DNS/112',
      dated: '2021-12-03',
      place: 'Город',
      written: 'ru',
      replyTo: 'post@bureau.example',
      signatory: 'Анна Примерова',
      office: 'Директор',
    });
  });

  it('is read off a fax in Chinese, several heads on a line', () => {
    const text = `总秘书处
日期: 17.02.2009 时间: 页数 1/3 文号: Circular Letter/EX/129
致: 成员国 传真:
联系人: A. Example 回函请寄: 电子邮件: press@bureau.example
事由: 2009 年世界日
尊敬的先生/女士:
(signed)
秘书长
安·例`;
    expect(guessLetter(text)).toEqual({
      subject: '2009 年世界日',
      reference: 'Circular Letter/EX/129',
      dated: '2009-02-17',
      written: 'zh',
      pages: 3,
      contact: 'A. Example',
      replyTo: 'press@bureau.example',
      signatory: '安·例',
      office: '秘书长',
    });
  });

  it('is read off a page without heads: its first line and day', () => {
    const text =
      'Alianse labākai aizsardzībai tiešsaistē\n\nPublicēts 2022. gada 8. februārī\nAlianse ir iniciatīva.';
    expect(guessLetter(text)).toEqual({
      subject: 'Alianse labākai aizsardzībai tiešsaistē',
      dated: '2022-02-08',
      written: 'lv',
    });
  });

  it('is nothing for a scan without words', () => {
    expect(guessLetter('')).toEqual({});
  });
});
