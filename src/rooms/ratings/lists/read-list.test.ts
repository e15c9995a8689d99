// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { readDomainsLine } from './domains.ts';
import { readHostsLine } from './hosts.ts';
import type { LineParser } from './list-sink.ts';
import { noCounts, readList } from './read-list.ts';
import { refusedTotal } from './refusals.ts';
import { readUrlsLine } from './ut1.ts';

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readAll(content: string | Buffer, parse: LineParser, size = 7) {
  const counts = noCounts();
  const hosts: string[] = [];
  const addresses: string[] = [];
  for await (const batch of readList(inPieces(Buffer.from(content), size), parse, counts)) {
    hosts.push(...batch.hosts);
    addresses.push(...batch.addresses);
  }
  const reasons = Object.fromEntries(
    Object.entries(counts.refused).map(([reason, { count }]) => [reason, count]),
  );
  return { hosts, addresses, counts, reasons };
}

describe('a hosts file', () => {
  const file = [
    '\ufeff# Title: a list',
    '127.0.0.1 localhost',
    '::1\tip6-localhost ip6-loopback',
    '0.0.0.0 Shop.Example # cheats children',
    '0.0.0.0    two.example\tthree.example',
    '0.0.0.0 bücher.example.',
    '',
    '0.0.0.0',
    '0.0.0.0 0.0.0.0',
    '192.0.2.7 led-away.example',
    'bare.example',
    '0.0.0.0 https://example.org/x',
    '0.0.0.0 last.example',
  ].join('\r\n');

  it('gives every name once read and a reason for every other line', async () => {
    const { hosts, counts, reasons } = await readAll(file, readHostsLine);
    expect(hosts).toEqual([
      'shop.example',
      'two.example',
      'three.example',
      'xn--bcher-kva.example',
      'last.example',
    ]);
    expect(reasons).toEqual({
      'local-name': 3,
      'no-name': 1,
      address: 1,
      redirect: 1,
      'no-address': 1,
      'has-path': 1,
    });
    expect(counts).toMatchObject({ lines: 13, silent: 2, claims: 5, bytes: Buffer.byteLength(file) });
  });

  it('reads the same whatever pieces the bytes come in', async () => {
    const whole = await readAll(file, readHostsLine, 1e6);
    for (const size of [1, 2, 3, 64]) expect(await readAll(file, readHostsLine, size)).toEqual(whole);
  });
});

describe('a list of domains', () => {
  it('takes plain names and nothing that only looks like one', async () => {
    const lines = [
      '# comment',
      '! comment',
      '; comment',
      '// comment',
      'one.example',
      '  two.example  # why',
      'THREE.example.',
      '||four.example^',
      '*.five.example',
      'address=/six.example/',
      '0.0.0.0 seven.example',
      'co.uk',
      'com',
      'eight.example/path',
      '203.0.113.9',
    ];
    const { hosts, reasons } = await readAll(lines.join('\n'), readDomainsLine);
    expect(hosts).toEqual(['one.example', 'two.example', 'three.example']);
    expect(reasons).toEqual({
      'other-format': 2,
      wildcard: 1,
      'several-words': 1,
      'public-suffix': 1,
      'one-label': 1,
      'has-path': 1,
      address: 1,
    });
  });

  it('loses one line to one bad byte, and names it', async () => {
    const bytes = Buffer.concat([
      Buffer.from('a.example\n'),
      Buffer.from([0xc3, 0x28, 0x0a]),
      Buffer.from('b.example\n'),
    ]);
    const { hosts, counts } = await readAll(bytes, readDomainsLine);
    expect(hosts).toEqual(['a.example', 'b.example']);
    expect(counts.refused['bad-encoding']).toEqual({ count: 1, examples: [{ line: 2, text: 'Ã(' }] });
  });

  it('does not keep a line that never ends', async () => {
    const { hosts, counts } = await readAll(
      `a.example\n${'x'.repeat(100_000)}\nb.example`,
      readDomainsLine,
      4096,
    );
    expect(hosts).toEqual(['a.example', 'b.example']);
    expect(counts.refused['line-too-long']?.count).toBe(1);
    expect(counts.lines).toBe(3);
  });

  it('keeps three examples of a reason and counts the rest', async () => {
    const { counts } = await readAll('com\n'.repeat(10), readDomainsLine);
    expect(counts.refused['one-label']?.count).toBe(10);
    expect(counts.refused['one-label']?.examples.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(refusedTotal(counts.refused)).toBe(10);
  });
});

describe('an address list of UT1', () => {
  it('gives address prefixes and never the host alone', async () => {
    const lines = [
      'university.example/~somebody',
      'Shop.Example/Games/',
      'whole.example/',
      'whole.example',
      '192.0.2.1/x',
      'a.example/with space',
      '',
    ];
    const { hosts, addresses, reasons } = await readAll(lines.join('\n'), readUrlsLine);
    expect(hosts).toEqual([]);
    expect(addresses).toEqual(['university.example/~somebody', 'shop.example/Games/']);
    expect(reasons).toEqual({ 'no-path': 2, address: 1, 'several-words': 1 });
  });
});
