// SPDX-License-Identifier: EUPL-1.2
import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Clients } from './clients.ts';
import type { HouseholdRules, NetworkRule } from './messages.ts';
import { networkLookup } from './networks.ts';

const key = createSecretKey(new Uint8Array(32).fill(5));

function network(prefix: string, rules = 0): NetworkRule {
  const family = prefix.includes(':') ? 6 : 4;
  return { lookup: networkLookup(key, prefix), family, bits: Number(prefix.split('/')[1]), rules };
}

function household(name: string, openTo: number, more: Partial<HouseholdRules>): HouseholdRules {
  return { household: name, rules: [{ openTo, blocked: 0, opened: 0 }], devices: [], networks: [], ...more };
}

describe('clients', () => {
  it('are known by network, the narrowest first', () => {
    const clients = new Clients(key);
    clients.replace(household('a', 9, { networks: [network('2001:db8:1::/64')] }));
    clients.replace(
      household('b', 13, { networks: [network('2001:db8:1::7/128'), network('192.0.2.7/32')] }),
    );
    const ages = ['2001:db8:1::1', '2001:db8:1::7', '192.0.2.7', '::ffff:192.0.2.7', '192.0.2.8', 'nonsense'];
    expect(ages.map((address) => clients.byAddress(address)?.rules.openTo)).toEqual([
      9,
      13,
      13,
      13,
      undefined,
      undefined,
    ]);
  });

  it('are forgotten with the household, and other households stay', () => {
    const clients = new Clients(key);
    const a = household('a', 9, {
      networks: [network('192.0.2.7/32')],
      devices: [{ lookup: 'x', rules: 0 }],
    });
    const b = household('b', 13, {
      networks: [network('192.0.2.8/32')],
      devices: [{ lookup: 'y', rules: 0 }],
    });
    clients.replaceAll([a, b]);
    expect(clients.byAddress('192.0.2.7')).toBe(clients.byDevice('x'));
    clients.replace(household('a', 9, {}));
    expect([clients.byAddress('192.0.2.7'), clients.byDevice('x')]).toEqual([null, null]);
    expect(clients.byAddress('192.0.2.8')?.rules.openTo).toBe(13);
    clients.replaceAll([a]);
    expect(clients.byAddress('192.0.2.8')).toBeNull();
    expect(clients.byDevice('x')?.rules.openTo).toBe(9);
  });

  it('keep a network that went from one household to another while nobody told us', () => {
    const mine = { networks: [network('192.0.2.7/32')] };
    const device = { devices: [{ lookup: 'x', rules: 0 }] };
    const clients = new Clients(key);
    clients.replaceAll([household('a', 9, { ...mine, ...device })]);
    clients.replaceAll([household('b', 13, mine), household('a', 9, device)]);
    expect(clients.byAddress('192.0.2.7')?.rules.openTo).toBe(13);
    clients.replaceAll([household('c', 16, mine)]);
    expect([clients.byAddress('192.0.2.7')?.rules.openTo, clients.byDevice('x')]).toEqual([16, null]);
    clients.replaceAll([]);
    expect(clients.byAddress('192.0.2.7')).toBeNull();
  });
});
