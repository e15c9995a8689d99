// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { hostOfTyped } from './typed-host.ts';

it.each([
  ['shop.example', 'shop.example'],
  ['  https://shop.example/a?b#c ', 'shop.example'],
  ['HTTP://shop.example:8080', 'shop.example'],
  ['shop.example/page', 'shop.example'],
  ['https://user:word@shop.example/', 'shop.example'],
  ['shop.example and more', 'shop.example'],
  ['', ''],
])('finds the host in %j', (typed, host) => {
  expect(hostOfTyped(typed)).toBe(host);
});
