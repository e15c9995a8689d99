// SPDX-License-Identifier: EUPL-1.2
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toHex } from '../crypto/bytes.ts';
import { asPerson, type Installation, install, NOW, put, words } from '../testing/installation.ts';
import { Keys, openKeys, ownKey, teamKey } from './keys.ts';
import { openObject } from './open-object.ts';
import { asRequest } from './request.ts';

let at: Installation;

beforeAll(async () => {
  at = await install();
});
afterAll(() => at.fresh.drop());

describe('keys', () => {
  it('exist only inside a request: a job cannot make them [N53]', async () => {
    const from = { kind: 'person' as const, id: at.operator.id, key: at.operator.priv };
    await expect(openKeys(at.db, from)).rejects.toMatchObject({
      kind: 'defect',
      code: 'seal.outside-request',
    });
  });

  it('open nothing after their request, in another one, or in a timer of theirs [N53]', async () => {
    const id = await put(at, 'note');
    const from = { kind: 'person' as const, id: at.operator.id, key: at.operator.priv };
    const kept = await asRequest(() => openKeys(at.db, from));
    await expect(openObject(at.db, kept, id)).rejects.toThrow('seal.outside-request');
    await expect(asRequest(() => openObject(at.db, kept, id))).rejects.toThrow('seal.outside-request');
    const { late } = await asRequest(async () => {
      const keys = await openKeys(at.db, from);
      const { promise, resolve } = Promise.withResolvers<void>();
      const late = promise.then(() => openObject(at.db, keys, id));
      setImmediate(resolve);
      return { late };
    });
    await expect(late).rejects.toThrow('seal.outside-request');
  });

  it('of another making open nothing [N53]', async () => {
    const id = await put(at, 'note');
    const forged = asPerson(at.db, at.operator, (keys) => {
      const copy: typeof keys = Object.create(
        Object.getPrototypeOf(keys),
        Object.getOwnPropertyDescriptors(keys),
      );
      return openObject(at.db, copy, id);
    });
    await expect(forged).rejects.toThrow('seal.outside-request');
    const made = asRequest(() => words(at, new Keys({ kind: 'person', id: at.operator.id }, NOW), id));
    await expect(made).rejects.toThrow('seal.outside-request');
  });

  it('are overwritten when the request is over', async () => {
    const id = await put(at, 'note');
    const held = await asPerson(at.db, at.operator, async (keys) => {
      await words(at, keys, id);
      const [desk] = keys.teams;
      if (desk === undefined) throw new Error('an operator is in a team');
      return [ownKey(keys), await teamKey(keys, desk)].map((secret) => secret.bytes());
    });
    expect(held.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
    const disposed = asPerson(at.db, at.operator, (keys) => {
      keys.dispose();
      return words(at, keys, id);
    });
    await expect(disposed).rejects.toThrow('seal.key-disposed');
  });

  it('print nothing however they are turned into text [N68]', async () => {
    await asPerson(at.db, at.supervisor, async (keys) => {
      const [first] = keys.teams;
      if (first === undefined) throw new Error('a supervisor is in a team');
      const secrets = [ownKey(keys), await teamKey(keys, first)].map((secret) => toHex(secret.bytes()));
      const texts = [
        inspect(keys, { depth: null, showHidden: true }),
        JSON.stringify({ keys }),
        String(keys),
      ];
      texts.push(inspect(new Error('broken', { cause: keys })));
      for (const text of texts) {
        for (const secret of secrets) {
          expect(text).not.toContain(secret);
          expect(text).not.toContain([...Buffer.from(secret, 'hex')].join(', '));
          expect(text).not.toContain(secret.replace(/..(?=.)/g, '$& '));
        }
      }
    });
  });
});
