// SPDX-License-Identifier: EUPL-1.2
import { domainToASCII } from 'node:url';
import { expect, it } from 'vitest';
import { lookAlike } from './look-alike.ts';

it.each([
  ['раураl.example', 'paypal.example'],
  ['exаmple.org', 'example.org'],
])('reads %s as %s', (typed, read) => {
  expect(lookAlike(domainToASCII(typed))).toEqual({ shown: typed, read });
});

it.each(['example.org', 'пример.example', 'bücher.example', '例え.example', 'مثال.example'])(
  'warns nobody about %s',
  (typed) => {
    expect(lookAlike(domainToASCII(typed))).toBeNull();
  },
);
