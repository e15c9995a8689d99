// SPDX-License-Identifier: EUPL-1.2
import type { lookup } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { mayConnect } from './addresses.ts';
import { createFetcher, FetchRefusal } from './guarded-fetch.ts';

function answering(address: string): typeof lookup {
  return ((
    _host: string,
    _how: unknown,
    done: (error: null, found: { address: string; family: number }[]) => void,
  ) => done(null, [{ address, family: address.includes(':') ? 6 : 4 }])) as unknown as typeof lookup;
}

async function refusalFor(url: string, resolved = '203.0.113.1'): Promise<string> {
  const fetcher = createFetcher({ denied: [], ownHosts: ['rowan.example'], lookup: answering(resolved) });
  try {
    await fetcher({ url });
    return 'fetched';
  } catch (error) {
    return error instanceof FetchRefusal ? error.code : 'another error';
  }
}

describe('the guarded client', () => {
  it.each([
    ['http://example.org/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['https://example.org:8443/', 'port'],
    ['https://127.1/', 'address'],
    ['https://2130706433/', 'address'],
    ['https://0x7f000001/', 'address'],
    ['https://[::ffff:127.0.0.1]/', 'address'],
    ['https://[64:ff9b::7f00:1]/', 'address'],
    ['https://[2002:7f00:1::]/', 'address'],
    ['https://169.254.169.254/latest/meta-data/', 'address'],
    ['https://rowan.example/', 'address'],
    ['https://user@example.org/', 'address'],
    ['not an address', 'address'],
  ])('refuses %s (N56)', async (url, code) => {
    expect(await refusalFor(url)).toBe(code);
  });

  it.each([
    '127.0.0.1',
    '10.0.0.8',
    '192.168.1.1',
    '169.254.169.254',
    '::1',
    'fe80::1',
    'fc00::1',
    '::ffff:10.0.0.1',
  ])('refuses a name that leads to %s, before it connects (N56)', async (address) => {
    expect(await refusalFor('https://rebound.example/', address)).toBe('address');
  });

  it('refuses the networks an installation denies', () => {
    expect(mayConnect('198.18.0.1', [])).toBe(false);
    expect(mayConnect('9.9.9.9', [])).toBe(true);
  });
});
