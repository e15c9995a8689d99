// SPDX-License-Identifier: EUPL-1.2
import { createSocket, type Socket } from 'node:dgram';
import { ROOT_NAME, textToName, writeQuery } from '@rowan/dns-wire';

const SOCKETS = 8;
const OPEN_EACH = 25;

/** A server of names in a process of its own, and what it has used so far. */
export interface Server {
  readonly name: string;
  readonly port: number;
  /** Milliseconds from its start to where it answers. */
  readonly ready: number;
  /** Microseconds of CPU and MB of memory of the whole process. */
  used(): Promise<{ cpu: number; rss: number }>;
  stop(): Promise<void>;
}

export function questions(count: number, host: (i: number) => string): Uint8Array[] {
  return Array.from({ length: count }, (_, i) =>
    writeQuery({ id: i & 0xffff, name: textToName(host(i)) ?? ROOT_NAME, qtype: 1 }),
  );
}

/** Asks for a second: microseconds of the process's CPU for one answer, and answers a second. */
export async function costOf(server: Server, packets: readonly Uint8Array[]) {
  const before = await server.used();
  const rate = await ask(server.port, packets, 1000);
  const after = await server.used();
  return { cpu: (after.cpu - before.cpu) / rate, rate };
}

/** Keeps questions open for so long and counts what came back. A question that was lost is asked again after a while. */
export async function ask(
  port: number,
  packets: readonly Uint8Array[],
  milliseconds: number,
): Promise<number> {
  const sockets = await Promise.all(Array.from({ length: SOCKETS }, () => connected(port)));
  const end = performance.now() + milliseconds;
  let next = Math.floor(Math.random() * packets.length);
  let answers = 0;
  const send = (socket: Socket) => {
    const packet = packets[next++ % packets.length];
    if (packet !== undefined) socket.send(packet);
  };
  for (const socket of sockets) {
    socket.on('message', () => {
      answers++;
      if (performance.now() < end) send(socket);
    });
    for (let i = 0; i < OPEN_EACH; i++) send(socket);
  }
  while (performance.now() < end) {
    const before = answers;
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (answers === before) for (const socket of sockets) send(socket);
  }
  for (const socket of sockets) socket.close();
  return answers;
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.connect(port, '127.0.0.1', () => resolve(socket));
  });
}
