// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { isPublicSuffix, readHost } from './host-name.ts';

const label63 = 'a'.repeat(63);

describe('a host name', () => {
  it.each([
    ['example.org', 'example.org'],
    ['EXAMPLE.Org', 'example.org'],
    ['example.org.', 'example.org'],
    ['a.b.c.d.example', 'a.b.c.d.example'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['ПРИМЕР.example', 'xn--e1afmkfd.example'],
    ['例え。example', 'xn--r8jz45g.example'],
    ['_dmarc.example.org', '_dmarc.example.org'],
    ['my_shop.example', 'my_shop.example'],
    ['1.example', '1.example'],
    [`${label63}.example`, `${label63}.example`],
    ['example.xn--p1ai', 'example.xn--p1ai'],
  ])('is read from %s', (raw, host) => {
    expect(readHost(raw)).toEqual({ host, refusal: null });
  });

  it.each([
    ['', 'not-a-host'],
    ['.', 'not-a-host'],
    ['??', 'has-path'],
    ['!!!', 'not-a-host'],
    ['192.0.2.1', 'address'],
    ['127.1', 'address'],
    ['0x7f.1', 'address'],
    ['192.0.2.1:8080', 'address'],
    ['2001:db8::1', 'address'],
    ['[2001:db8::1]', 'address'],
    ['localhost', 'local-name'],
    ['localhost.localdomain', 'local-name'],
    ['ip6-allnodes', 'local-name'],
    ['printer.lan', 'local-name'],
    ['1.2.0.192.in-addr.arpa', 'local-name'],
    ['abcdefghij.onion', 'local-name'],
    ['com', 'one-label'],
    ['example..org', 'bad-label'],
    ['.example.org', 'bad-label'],
    ['-a.example', 'bad-label'],
    ['a-.example', 'bad-label'],
    [`${label63}a.example`, 'bad-label'],
    ['example.123', 'bad-label'],
    [`${`${label63}.`.repeat(4)}example`, 'too-long'],
    ['https://example.org/', 'has-path'],
    ['example.org/page', 'has-path'],
    ['example.org:8443', 'has-path'],
    ['user@example.org', 'has-path'],
    ['*.example.org', 'wildcard'],
    ['||example.org^', 'other-format'],
    ['address=/example.org/0.0.0.0', 'other-format'],
    ['example .org', 'several-words'],
    ['exa%mple.org', 'bad-character'],
    ['a\u200b\u0378.example', 'bad-idn'],
  ])('is not read from %j: %s', (raw, refusal) => {
    expect(readHost(raw)).toEqual({ host: null, refusal });
  });

  it('knows whose names below belong to others', () => {
    expect(['co.uk', 'blogspot.com', 'com', 'github.io'].map(isPublicSuffix)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['example.co.uk', 'a.blogspot.com', 'shop.example'].map(isPublicSuffix)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
