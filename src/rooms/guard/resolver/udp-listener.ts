// SPDX-License-Identifier: EUPL-1.2
import { createSocket, type RemoteInfo } from 'node:dgram';
import { isIPv6 } from 'node:net';
import type { Clients } from './clients.ts';
import type { Listening, Place } from './listening.ts';
import type { Resolver } from './resolver.ts';

const RECEIVE_BYTES = 1024 * 1024;

/** Answers DNS over UDP. */
export async function listenUdp(place: Place, resolver: Resolver, clients: Clients): Promise<Listening> {
  const type = isIPv6(place.host) ? 'udp6' : 'udp4';
  // Answers go to addresses, never to names; without this each one would be looked up.
  const socket = createSocket({
    type,
    lookup: (host, _options, done) => done(null, host, type === 'udp6' ? 6 : 4),
  });
  let isOpen = true;
  const answer = (packet: Buffer, from: RemoteInfo) => {
    const client = clients.byAddress(from.address);
    resolver.answer(packet, { client, transport: 'udp' }, (bytes) => {
      // A copy: the socket may still read it when the resolver writes the next answer.
      if (bytes === null || from.port === 0 || !isOpen) return;
      socket.send(Buffer.from(bytes), from.port, from.address);
    });
  };
  socket.on('message', (packet, from) => {
    try {
      answer(packet, from);
    } catch {
      place.onFault();
    }
  });
  await bound(socket, place);
  // Without a callback for each packet, a client that is gone is heard of here; it is no fault of ours.
  socket.on('error', ignore);
  return {
    port: socket.address().port,
    close: () => {
      isOpen = false;
      return new Promise((resolve) => socket.close(() => resolve()));
    },
  };
}

function bound(socket: ReturnType<typeof createSocket>, { host, port }: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(port, host, () => {
      socket.off('error', reject);
      socket.setRecvBufferSize(RECEIVE_BYTES);
      resolve();
    });
  });
}

function ignore(): void {}
