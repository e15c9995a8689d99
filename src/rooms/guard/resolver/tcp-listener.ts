// SPDX-License-Identifier: EUPL-1.2
import { createServer, type Socket } from 'node:net';
import type { Clients } from './clients.ts';
import type { Listening, Place } from './listening.ts';
import type { Resolver } from './resolver.ts';

const MAX_CONNECTIONS = 500;
/** RFC 7766 6.2.3: long enough for a client that has another question. */
const IDLE_MS = 10_000;
/** No question needs more; a client that says so is no client. */
const LONGEST_QUESTION = 4096;
/** Questions of one connection that wait for other servers; then we stop reading, as where nobody takes the answers. */
const MAX_OPEN = 50;

/** Answers DNS over TCP, many questions a connection, in the order in which answers are there. */
export async function listenTcp(
  place: Place,
  resolver: Pick<Resolver, 'answer'>,
  clients: Pick<Clients, 'byAddress'>,
): Promise<Listening> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, place, (packet, done) => {
      const client = clients.byAddress(socket.remoteAddress ?? '');
      resolver.answer(packet, { client, transport: 'tcp' }, done);
    });
  });
  server.maxConnections = MAX_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(place.port, place.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  server.on('error', place.onFault);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : place.port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

type Ask = (packet: Uint8Array, done: (bytes: Uint8Array | null) => void) => void;

function serve(socket: Socket, place: Place, ask: Ask): void {
  let received: Buffer = Buffer.alloc(0);
  let open = 0;
  const isFull = () => open >= MAX_OPEN || socket.writableNeedDrain;
  const read = () => {
    while (received.length >= 2 && !isFull()) {
      const length = received.readUInt16BE(0);
      if (length > LONGEST_QUESTION) return void socket.destroy();
      if (received.length < length + 2) return;
      const packet = received.subarray(2, length + 2);
      received = received.subarray(length + 2);
      open += 1;
      ask(packet, answered);
    }
    if (isFull()) socket.pause();
  };
  const answered = (bytes: Uint8Array | null) => {
    open -= 1;
    if (bytes === null || socket.destroyed) return void socket.destroy();
    socket.write(framed(bytes));
    goOn();
  };
  const goOn = () => {
    if (!socket.isPaused() || isFull()) return;
    socket.resume();
    // Not from inside an answer: a row of questions that are answered at once would nest.
    setImmediate(guarded);
  };
  const guarded = () => {
    try {
      read();
    } catch {
      place.onFault();
      socket.destroy();
    }
  };
  socket.setTimeout(IDLE_MS, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.on('drain', goOn);
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    guarded();
  });
}

function framed(bytes: Uint8Array): Buffer {
  const message = Buffer.allocUnsafe(bytes.length + 2);
  message.writeUInt16BE(bytes.length);
  message.set(bytes, 2);
  return message;
}
