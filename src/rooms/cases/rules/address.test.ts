// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { defang, readAddress, withoutLinks } from './address.ts';

describe('reading an address', () => {
  it.each([
    ['https://Chat.Example/room/', 'chat.example/room', 'chat.example', true],
    ['http://www.chat.example/room#top', 'chat.example/room', 'www.chat.example', true],
    ['chat.example', 'chat.example', 'chat.example', false],
    ['https://chat.example:443/', 'chat.example', 'chat.example', false],
    ['https://chat.example:8443/a?b=1', 'chat.example:8443/a?b=1', 'chat.example', true],
    ['https://пример.example/', 'xn--e1afmkfd.example', 'xn--e1afmkfd.example', false],
  ])('%s is %s', (typed, key, host, hasPath) => {
    expect(readAddress(typed)).toEqual({ key, host, hasPath });
  });

  it.each(['a name', 'localhost', 'ftp://files.example/a', 'javascript:alert(1)', ''])(
    'refuses %s',
    (typed) => {
      expect(readAddress(typed)).toBeNull();
    },
  );
});

it.each([
  ['https://chat.example/a.b?c=d.e', 'hxxps://chat[.]example/a.b?c=d.e'],
  ['www.chat.example', 'www[.]chat[.]example'],
  ['HTTP://chat.example', 'hxxp://chat[.]example'],
])('copies %s without its teeth', (address, harmless) => {
  expect(defang(address)).toBe(harmless);
});

it('takes the links out of words and leaves the words', () => {
  const said = 'Look at http://a.example, HTTPS://b.example/x and www.c.example. See p. 3.';
  expect(withoutLinks(said)).toBe(
    'Look at hxxp://a.example, hxxpS://b.example/x and www[.]c.example. See p. 3.',
  );
});
