// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { ownOrigin, relyingParty } from './relying-party.ts';

describe('the name of passkeys', () => {
  it.each([
    ['https://rowan.example', 'rowan.example'],
    ['https://desk.rowan.example:8443', 'desk.rowan.example'],
    ['http://localhost:8080', 'localhost'],
    ['https://192.0.2.7', null],
    ['https://[2001:db8::7]:8443', null],
  ])('of %s is %s', (origin, name) => {
    expect(relyingParty(origin)).toBe(name);
  });

  const said = (origin: unknown, challenge: unknown = 'c') =>
    Buffer.from(JSON.stringify({ origin, challenge })).toString('base64url');

  it.each([
    ['https://rowan.example', true],
    ['https://rowan.example:8443', true],
    ['http://rowan.example', false],
    ['https://evil.rowan.example', false],
    ['https://rowan.example.elsewhere.example', false],
    ['https://elsewhere.example', false],
    ['android:apk-key-hash:x', false],
    [7, false],
  ])('takes an answer from %s: %s', (origin, own) => {
    expect(ownOrigin(said(origin), 'rowan.example') !== null).toBe(own);
  });

  it('takes nothing that is not what a browser says', () => {
    for (const odd of ['', 'x', said('https://rowan.example', 7)])
      expect(ownOrigin(odd, 'rowan.example')).toBeNull();
  });
});
