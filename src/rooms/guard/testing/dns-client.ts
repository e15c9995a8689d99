// SPDX-License-Identifier: EUPL-1.2
import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import { answerText, ROOT_NAME, TYPE, textToName, writeQuery } from '@rowan/dns-wire';

/** A query message for a name as text. */
export function question(host: string, qtype: number = TYPE.a, id = 4711): Uint8Array {
  return writeQuery({ id, name: textToName(host) ?? ROOT_NAME, qtype });
}

/** Sends a packet to 127.0.0.1 by UDP; null where nothing came back in `milliseconds`. */
export function sendUdp(port: number, packet: Uint8Array, milliseconds = 5000): Promise<Uint8Array | null> {
  const { promise, resolve } = Promise.withResolvers<Uint8Array | null>();
  const socket = createSocket('udp4');
  const finish = (reply: Uint8Array | null) => {
    clearTimeout(timer);
    socket.close();
    resolve(reply);
  };
  const timer = setTimeout(() => finish(null), milliseconds);
  socket.once('message', finish);
  socket.send(packet, port, '127.0.0.1');
  return promise;
}

/** Sends packets over one TCP connection and answers as many replies, in the order they came. */
export function sendTcp(port: number, packets: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array[]>();
  const replies: Uint8Array[] = [];
  const socket = connect(port, '127.0.0.1', () => {
    for (const packet of packets)
      socket.write(Buffer.concat([Buffer.from([packet.length >> 8, packet.length]), packet]));
  });
  let received = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    while (received.length >= 2 && received.length >= received.readUInt16BE(0) + 2) {
      const end = received.readUInt16BE(0) + 2;
      replies.push(received.subarray(2, end));
      received = received.subarray(end);
    }
    if (replies.length === packets.length) socket.end();
  });
  socket.on('error', reject);
  socket.on('close', () => resolve(replies));
  return promise;
}

/** The answer to one question by UDP as text; 'nothing' for silence. */
export async function ask(port: number, host: string, qtype: number = TYPE.a): Promise<string> {
  const reply = await sendUdp(port, question(host, qtype));
  return reply === null ? 'nothing' : (answerText(reply) ?? 'unreadable');
}

/** Sends a packet to 127.0.0.1 by UDP and waits for nothing. */
export function sendOnly(port: number, packet: Uint8Array): Promise<void> {
  const socket = createSocket('udp4');
  return new Promise((resolve) => {
    socket.send(packet, port, '127.0.0.1', () => socket.close(() => resolve()));
  });
}

/** Says these bytes over TCP, says goodbye, and waits until the other side is gone too. */
export function talk(port: number, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve());
    socket.resume();
  });
}
