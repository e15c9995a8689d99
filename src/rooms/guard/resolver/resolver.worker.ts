// SPDX-License-Identifier: EUPL-1.2
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { makeAnswers } from './answers.ts';
import { Clients } from './clients.ts';
import { Forwarder } from './forwarder.ts';
import type { Listening, Place } from './listening.ts';
import { LocalNames } from './local-names.ts';
import type { FromThread, ThreadSettings, ToThread } from './messages.ts';
import { Resolver } from './resolver.ts';
import { listenTcp } from './tcp-listener.ts';
import { listenUdp } from './udp-listener.ts';

// The resolver's own thread: nothing that the main thread does, a page, an import, a backup, can hold up an answer.

/** A free port for UDP may be taken for TCP. */
const TRIES_FOR_A_PORT = 10;

if (parentPort === null) throw new TypeError('the resolver runs in a worker thread');
// The one place that starts threads with it hands these settings over.
await run(parentPort, workerData as ThreadSettings);

async function run(port: MessagePort, settings: ThreadSettings): Promise<void> {
  const say = (message: FromThread) => port.postMessage(message);
  const clients = new Clients(settings.guardKey);
  const onFault = () => say({ kind: 'fault' });
  const answers = makeAnswers(settings.server);
  const forwarder = new Forwarder(settings.upstreams, settings.patience);
  const resolver = new Resolver({
    answers,
    local: new LocalNames(answers, settings.test),
    forwarder,
    meaning: settings.meaning,
    clock: () => performance.now(),
    onFault,
  });
  clients.replaceAll(settings.known.households);
  if (settings.known.ratings !== null) resolver.useRatings(settings.known.ratings);
  const place = { host: settings.host, port: settings.port, onFault };
  try {
    const listening = await listen(place, resolver, clients);
    port.on('message', (message: ToThread) => {
      if (message.kind === 'stop') void stop(port, forwarder, listening);
      else take(message, { resolver, clients, say });
    });
    say({ kind: 'listening', port: listening[0]?.port ?? 0 });
  } catch (error) {
    say({ kind: 'refused', code: (error as NodeJS.ErrnoException).code ?? 'unknown' });
  }
}

async function listen(place: Place, resolver: Resolver, clients: Clients): Promise<Listening[]> {
  for (let left = TRIES_FOR_A_PORT; ; left -= 1) {
    const udp = await listenUdp(place, resolver, clients);
    try {
      return [udp, await listenTcp({ ...place, port: udp.port }, resolver, clients)];
    } catch (error) {
      await udp.close();
      if (place.port !== 0 || left === 0) throw error;
    }
  }
}

interface Parts {
  readonly resolver: Resolver;
  readonly clients: Clients;
  readonly say: (message: FromThread) => void;
}

function take(message: Exclude<ToThread, { kind: 'stop' }>, { resolver, clients, say }: Parts): void {
  switch (message.kind) {
    case 'ratings':
      resolver.useRatings(message.buffer);
      break;
    case 'households':
      clients.replaceAll(message.all);
      break;
    case 'household':
      clients.replace(message.one);
      break;
    case 'ask': {
      const { id, packet } = message;
      const client = clients.byDevice(message.device);
      resolver.answer(packet, { client, transport: 'https' }, (bytes) => {
        say({ kind: 'answer', id, bytes: bytes === null ? null : new Uint8Array(bytes) });
      });
    }
  }
}

async function stop(port: MessagePort, forwarder: Forwarder, listening: readonly Listening[]): Promise<void> {
  forwarder.close();
  await Promise.all(listening.map((one) => one.close()));
  port.close();
}
