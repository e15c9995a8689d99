// SPDX-License-Identifier: EUPL-1.2
import { createSocket } from 'node:dgram';
import { connect, isIPv6 } from 'node:net';
import { isAnswerTo, type Reply, readAnswer } from '@rowan/dns-wire';
import type { Upstream } from './messages.ts';

// One question to one server and what came back. A port of its own for each question, an unguessable id and the random
// case of the letters stand between us and a stranger who wants to answer first (RFC 5452, draft-vixie-dnsext-dns0x20).

export type Outcome =
  | { readonly kind: 'answer'; readonly packet: Uint8Array; readonly reply: Reply }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'network' }
  /** Right but for the case of the letters, or cut off: worth asking again by TCP. */
  | { readonly kind: 'again' };

export interface Exchange {
  readonly server: Upstream;
  readonly sent: Uint8Array;
  readonly milliseconds: number;
  /** Ends it early. */
  readonly signal: AbortSignal;
}

const plainLookup = (
  host: string,
  _options: unknown,
  done: (error: null, address: string, family: number) => void,
): void => done(null, host, isIPv6(host) ? 6 : 4);

type Finish = (outcome: Outcome) => void;

/** Runs one exchange to its first outcome, or until the time is up. `begin` opens a socket and answers how to close it. */
function settle({ milliseconds, signal }: Exchange, begin: (finish: Finish) => () => void): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  let isOver = false;
  const finish: Finish = (outcome) => {
    // A socket may still report on what it was sending when it was closed.
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    close();
    resolve(outcome);
  };
  const abort = () => finish({ kind: 'timeout' });
  const close = begin(finish);
  const timer = setTimeout(abort, milliseconds);
  signal.addEventListener('abort', abort);
  return promise;
}

/** Asks by UDP. Packets that answer something else are passed over until the time is up. */
export function askByUdp(exchange: Exchange): Promise<Outcome> {
  const { server, sent } = exchange;
  return settle(exchange, (finish) => {
    const socket = createSocket({ type: isIPv6(server.address) ? 'udp6' : 'udp4', lookup: plainLookup });
    const failed = () => finish({ kind: 'network' });
    socket.on('error', failed);
    socket.on('message', (packet) => {
      const outcome = judge(sent, packet, true);
      if (outcome !== null) finish(outcome);
    });
    // Connected, the kernel drops what other addresses send and tells of a closed port. Where no way leads to the
    // server, connecting fails: Node calls back with an error that its types do not know.
    socket.connect(server.port, server.address, (error?: Error) => {
      if (error) failed();
      else socket.send(sent, (unsent) => unsent && failed());
    });
    return () => socket.removeAllListeners().on('error', ignore).close();
  });
}

/** Asks by TCP, one question a connection (RFC 7766: with the length in front). */
export function askByTcp(exchange: Exchange): Promise<Outcome> {
  const { server, sent } = exchange;
  return settle(exchange, (finish) => {
    const socket = connect({ host: server.address, port: server.port, noDelay: true });
    const failed = () => finish({ kind: 'network' });
    let received = Buffer.alloc(0);
    socket.on('error', failed);
    socket.on('end', failed);
    socket.on('connect', () => socket.write(Buffer.concat([lengthOf(sent), sent])));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 2 || received.length < received.readUInt16BE(0) + 2) return;
      finish(judge(sent, received.subarray(2, received.readUInt16BE(0) + 2), false) ?? { kind: 'network' });
    });
    return () => socket.removeAllListeners().on('error', ignore).destroy();
  });
}

/** What a packet is to the question; null for an answer to another one. */
function judge(sent: Uint8Array, packet: Uint8Array, byUdp: boolean): Outcome | null {
  if (!isAnswerTo(sent, packet)) return null;
  if (byUdp && !isAnswerTo(sent, packet, true)) return { kind: 'again' };
  const reply = readAnswer(packet);
  if (reply === null) return null;
  return byUdp && reply.truncated ? { kind: 'again' } : { kind: 'answer', packet, reply };
}

function lengthOf(message: Uint8Array): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  return length;
}

function ignore(): void {}
