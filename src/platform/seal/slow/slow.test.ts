// SPDX-License-Identifier: EUPL-1.2
import { afterEach, describe, expect, it, vi } from 'vitest';
import { toHex, utf8 } from '../crypto/bytes.ts';
import { SealError } from '../errors.ts';
import { hex, vectors } from '../testing/vectors.ts';
import { KDF_NOW, kdfCost, readKdfId, slowHash } from './argon2.ts';
import { Slots } from './slots.ts';

describe('the slow hash', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('is the vector for a receipt at full cost, and wipes what was typed', async () => {
    const { receipt } = vectors;
    const typed = utf8(receipt.code_text);
    const slow = await slowHash(typed, hex(receipt.receipt_salt));
    expect(toHex(slow.bytes())).toBe(receipt.slow);
    expect(typed.every((byte) => byte === 0)).toBe(true);
  });

  it('costs what the vectors say', () => {
    const { memory_kib: memoryCost, passes: timeCost } = vectors.kdf1;
    expect(kdfCost(KDF_NOW)).toEqual({ memoryCost, timeCost });
  });

  it('refuses the weak setting outside tests, and unknown ones anywhere [N55]', async () => {
    expect(readKdfId(0)).toBe(0);
    for (const id of [2, -1, 1.5, Number.NaN]) expect(() => readKdfId(id)).toThrow('seal.kdf');
    for (const environment of ['production', 'development', '']) {
      vi.stubEnv('NODE_ENV', environment);
      expect(() => readKdfId(0)).toThrow('seal.kdf');
      await expect(slowHash(utf8('code'), Buffer.alloc(16), 0)).rejects.toThrow('seal.kdf');
    }
    vi.stubEnv('NODE_ENV', undefined);
    expect(() => readKdfId(0)).toThrow('seal.kdf');
    expect(readKdfId(1)).toBe(1);
  });
});

describe('slots', () => {
  const held = () => {
    const open: (() => void)[] = [];
    const started: number[] = [];
    const work = (name: number) => () =>
      new Promise<number>((resolve) => {
        started.push(name);
        open.push(() => resolve(name));
      });
    return { open, started, work };
  };

  it('run two, let others wait in order, and turn away the rest as unavailable', async () => {
    const slots = new Slots({ size: 2, queue: 2 });
    const { open, started, work } = held();
    const results = [1, 2, 3, 4].map((name) => slots.run(work(name)));
    const busy = await slots.run(work(5)).catch((error: unknown) => error);
    expect(busy).toBeInstanceOf(SealError);
    expect(busy).toMatchObject({ kind: 'unavailable', code: 'seal.busy' });
    expect(started).toEqual([1, 2]);
    open[1]?.();
    await results[1];
    await vi.waitFor(() => expect(started).toEqual([1, 2, 3]));
    open[0]?.();
    await vi.waitFor(() => expect(started).toEqual([1, 2, 3, 4]));
    open[2]?.();
    open[3]?.();
    expect(await Promise.all(results)).toEqual([1, 2, 3, 4]);
  });

  it('are free again after work that failed', async () => {
    const slots = new Slots({ size: 1, queue: 0 });
    await expect(slots.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(slots.run(() => Promise.resolve('next'))).resolves.toBe('next');
  });
});
