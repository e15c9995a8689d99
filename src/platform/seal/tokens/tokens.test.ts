// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { toHex } from '../crypto/bytes.ts';
import { given, secret, vectors } from '../testing/vectors.ts';
import {
  deviceLookup,
  makeDeviceToken,
  makePageToken,
  pageTokenHash,
  readDeviceToken,
  readPageToken,
} from './device-token.ts';
import { HourSecrets } from './hour-secrets.ts';
import { blindIndex, keyedLookup } from './keyed-lookup.ts';
import { limiterKey, networkPrefix } from './limiter-key.ts';
import { makeTicket, WaitTickets } from './wait-ticket.ts';

const at = (text: string) => new Date(`2026-11-21T${text}Z`);

describe('limiter keys', () => {
  it.each(vectors.limiter.rows)('count $address_text as the vector', (row) => {
    expect(toHex(networkPrefix(row.address_text))).toBe(row.prefix);
    const key = limiterKey(secret(vectors.limiter.hour_secret), row.purpose, row.address_text);
    expect(toHex(key)).toBe(row.key);
  });

  it('differ by purpose, and refuse what is no address', () => {
    const hour = secret(vectors.limiter.hour_secret);
    const code = limiterKey(hour, 'code', '192.0.2.7');
    expect(limiterKey(hour, 'send', '192.0.2.7').equals(code)).toBe(false);
    expect(() => limiterKey(hour, 'code', 'example.org')).toThrow('seal.address');
  });
});

describe('wait tickets', () => {
  it('are made exactly as the vector', () => {
    const { ticket } = vectors;
    const window = { from: ticket.nbf, until: ticket.exp };
    expect(makeTicket(secret(ticket.secret), window, given(ticket.nonce))).toBe(ticket.ticket_b64u);
  });

  it('are good once, after the wait and not long after it [N37]', () => {
    const tickets = new WaitTickets(new HourSecrets());
    const ticket = tickets.issue(20, at('12:00:00'));
    expect(tickets.spend(ticket, at('12:00:19'))).toBe('early');
    expect(tickets.spend(ticket, at('12:00:20'))).toBe('good');
    expect(tickets.spend(ticket, at('12:00:21'))).toBe('spent');
    const late = tickets.issue(20, at('12:00:00'));
    expect(tickets.spend(late, at('12:10:20'))).toBe('late');
  });

  it('made elsewhere, changed or cut are forged [N37]', () => {
    const tickets = new WaitTickets(new HourSecrets());
    const ticket = tickets.issue(0, at('12:00:00'));
    expect(tickets.spend(vectors.ticket.ticket_b64u, at('12:00:00'))).toBe('forged');
    const changed = ticket.startsWith('A') ? `B${ticket.slice(1)}` : `A${ticket.slice(1)}`;
    expect(tickets.spend(changed, at('12:00:00'))).toBe('forged');
    expect(tickets.spend(ticket.slice(0, -1), at('12:00:00'))).toBe('forged');
    expect(tickets.spend('', at('12:00:00'))).toBe('forged');
  });

  it('bridge the full hour and then lose their key', () => {
    const tickets = new WaitTickets(new HourSecrets());
    const ticket = tickets.issue(900, at('12:59:00'));
    expect(tickets.spend(ticket, at('13:14:00'))).toBe('good');
    const later = tickets.issue(900, at('13:30:00'));
    expect(tickets.spend(later, at('15:00:00'))).toBe('forged');
  });
});

describe('hour secrets', () => {
  it('change with the hour and keep the last one for a quarter', () => {
    const secrets = new HourSecrets();
    const first = toHex(secrets.current(at('12:10:00')).bytes());
    expect(toHex(secrets.current(at('12:59:59')).bytes())).toBe(first);
    const both = secrets.accepted(at('13:00:00')).map((one) => toHex(one.bytes()));
    expect(both.length).toBe(2);
    expect(both[1]).toBe(first);
    expect(secrets.accepted(at('13:15:00')).length).toBe(1);
    expect(toHex(secrets.current(at('12:30:00')).bytes())).toBe(both[0]);
  });
});

describe('device tokens', () => {
  const { device } = vectors;

  it('and their look-up are as the vector, whatever the case of the label', () => {
    expect(makeDeviceToken(given(device.random))).toBe(device.token_text);
    for (const label of [device.token_text, device.token_text.toUpperCase()]) {
      expect(readDeviceToken(label)).toBe(device.token_text);
      expect(toHex(deviceLookup(secret(device.guard_key), label))).toBe(device.lookup);
    }
  });

  it('of four characters, or with foreign ones, are none [N65]', () => {
    for (const label of ['k7m3', 'y4d54225ul4noti1', `${device.token_text}a`, '']) {
      expect(readDeviceToken(label)).toBeNull();
    }
  });

  it('are not page tokens [N65]', () => {
    expect(readPageToken(makeDeviceToken())).toBeNull();
    const page = makePageToken();
    expect(readPageToken(page)).toBe(page);
    expect(readDeviceToken(page)).toBeNull();
    expect(pageTokenHash(page).length).toBe(32);
  });
});

describe('look-ups', () => {
  it('index an address under the team key as the vector', () => {
    const { blind_index: row } = vectors;
    expect(toHex(blindIndex(secret(row.key), row.address_text))).toBe(row.index);
  });

  it('of one purpose tell nothing about another', () => {
    const key = secret('07'.repeat(32));
    expect(keyedLookup(key, 'oidc', 'a').equals(keyedLookup(key, 'network', 'a'))).toBe(false);
  });
});
