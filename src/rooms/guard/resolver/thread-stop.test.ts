// SPDX-License-Identifier: EUPL-1.2
import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { until } from '../testing/base.ts';
import { ResolverThread, type ThreadOptions } from './resolver-thread.ts';

const nothing = { ratings: null, households: [] };

const start = (more: Partial<ThreadOptions>) =>
  ResolverThread.start({
    workerUrl: new URL('./resolver.worker.ts', import.meta.url),
    host: '127.0.0.1',
    port: 0,
    upstreams: [],
    patience: [],
    guardKey: createSecretKey(new Uint8Array(32)),
    server: 'rowan.example',
    test: null,
    meaning: { categoryAges: new Uint8Array(32), checked: 0 },
    known: () => Promise.resolve(nothing),
    onAgain: () => {},
    onFault: () => {},
    ...more,
  });

describe('a thread that is stopped while it starts again', () => {
  it('does not live on with its port', async () => {
    const held = Promise.withResolvers<void>();
    let starts = 0;
    const thread = await start({
      known: async () => {
        starts++;
        if (starts > 1) await held.promise;
        return nothing;
      },
    });
    thread.useRatings(new SharedArrayBuffer(8));
    expect(await until(() => starts === 2)).toBe(true);
    const stopped = thread.stop();
    held.resolve();
    await stopped;
    const next = await start({ port: thread.port });
    await next.stop();
  });
});
