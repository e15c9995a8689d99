// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { quotesOf } from './quoting.ts';

const story =
  'He said he will send it to my class. His name there is @night.owl and it was on chat.example/room/7. ' +
  'My phone is 000 555 0142, mail me at kid@example.org';

describe('a letter', () => {
  it.each([
    ['answers in its own words', 'Thank you for telling us. We are asking for it to be taken down.', []],
    [
      'repeats a run of words',
      'You wrote that he will send it to my class today.',
      ['he will send it to my class'],
    ],
    ['repeats in other letters', 'HE WILL SEND IT TO us', ['HE WILL SEND IT TO']],
    [
      'names the host',
      'We looked at https://www.chat.example/help for you.',
      ['https://www.chat.example/help'],
    ],
    ['names the handle', 'Block @night.owl now.', ['@night.owl']],
    ['names the mail address', 'We wrote to kid@example.org.', ['kid@example.org']],
    ['repeats a phone number', 'Is 0005550142 still right?', ['0005550142']],
    ['names an hour', 'We will write at 18:00 on day 21.', []],
    ['uses four words that anybody uses', 'We will send it to the team.', []],
  ])('%s', (_name, letter, quotes) => {
    expect(quotesOf(letter, [story], 'en')).toEqual(quotes);
  });

  it('is compared with every thing that was told', () => {
    expect(quotesOf('Do not go to the park at six.', ['Later: go to the park at six.'], 'en')).toEqual([
      'go to the park at six',
    ]);
  });

  it('is read in languages without spaces too', () => {
    expect(
      quotesOf('他说他会把照片发给全班同学，是吗？', ['他说他会把照片发给全班同学。'], 'zh'),
    ).toHaveLength(1);
    expect(quotesOf('谢谢你告诉我们。', ['他说他会把照片发给全班同学。'], 'zh')).toEqual([]);
  });
});
