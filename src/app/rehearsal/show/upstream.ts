// SPDX-License-Identifier: EUPL-1.2
import { createSocket } from 'node:dgram';
import {
  addressRecord,
  HEADER_BYTES,
  nameToText,
  planAnswer,
  RCODE,
  readQuery,
  STREAM_MAX,
  TYPE,
  writeAnswer,
} from '@rowan/dns-wire';

/** The Internet of a laptop without one: every name under `.example` is at 192.0.2.1 (RFC 5737). */
export async function startInventedInternet(): Promise<{ port: number; stop(): Promise<void> }> {
  const socket = createSocket('udp4');
  socket.on('message', (packet, from) => {
    const query = readQuery(packet);
    if (query === null) return;
    const name = nameToText(query.packet, HEADER_BYTES, { lower: true }) ?? '';
    const answers = query.qtype === TYPE.a ? [addressRecord(60, '192.0.2.1', null)] : [];
    const plan = name.endsWith('.example') ? planAnswer({ answers }) : planAnswer({ rcode: RCODE.servFail });
    const out = new Uint8Array(STREAM_MAX);
    socket.send(out.slice(0, writeAnswer(query, plan, out)), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    port: socket.address().port,
    stop: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}
