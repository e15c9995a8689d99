// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Listening } from './listening.ts';
import { listenTcp } from './tcp-listener.ts';

const ANSWER = new Uint8Array(60_000);
const QUESTIONS = 600;

let listening: Listening;
let asked = 0;
beforeEach(async () => {
  asked = 0;
  const resolver = {
    answer: (_packet: Uint8Array, _from: unknown, send: (bytes: Uint8Array) => void) => {
      asked++;
      send(ANSWER);
    },
  };
  const place = { host: '127.0.0.1', port: 0, onFault: () => {} };
  listening = await listenTcp(place, resolver, { byAddress: () => null });
});
afterEach(() => listening.close());

/** Resolves when no question was answered for a while. */
async function quiet(): Promise<void> {
  for (let before = -1; before !== asked; ) {
    before = asked;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

describe('a connection', () => {
  it('whose other end takes no answers is not read, until it takes them', async () => {
    const socket = connect(listening.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.pause();
    const question = Buffer.concat([Buffer.from([0, 12]), Buffer.alloc(12)]);
    socket.write(Buffer.concat(Array.from({ length: QUESTIONS }, () => question)));
    await quiet();
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(QUESTIONS);
    let received = 0;
    const all = QUESTIONS * (ANSWER.length + 2);
    await new Promise<void>((resolve) => {
      socket.on('data', (chunk) => {
        received += chunk.length;
        if (received === all) resolve();
      });
      socket.resume();
    });
    expect(asked).toBe(QUESTIONS);
    socket.destroy();
  });
});
