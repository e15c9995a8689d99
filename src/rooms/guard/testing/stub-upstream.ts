// SPDX-License-Identifier: EUPL-1.2
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import {
  addressRecord,
  cnameRecord,
  HEADER_BYTES,
  nameToText,
  negativeSoa,
  planAnswer,
  type Query,
  RCODE,
  ROOT_NAME,
  readQuery,
  STREAM_MAX,
  TYPE,
  textToName,
  txtRecord,
  useStream,
  type WireRecord,
  writeAnswer,
} from '@rowan/dns-wire';

/** What the stub does with a question, by name: see `answerFor`. */
export interface StubUpstream {
  readonly port: number;
  /** Names as they came, case kept, one a packet. */
  readonly heard: string[];
  /** `silent`: hears and says nothing. */
  mode: 'answer' | 'silent' | 'servfail' | 'other-case' | 'wrong-id';
  stop(): Promise<void>;
}

const name = (text: string): Uint8Array => textToName(text) ?? ROOT_NAME;

/**
 * A server that answers by the look of the name: `*.alias.example` is an alias of the rest, `no.*` is no such name,
 * `long.*` is longer than a UDP message, anything else has the address 192.0.2.1 for `ttl` seconds.
 */
export async function startStub(ttl = 300): Promise<StubUpstream> {
  const udp = createSocket('udp4');
  const stub = { heard: [] as string[], mode: 'answer' as StubUpstream['mode'] };
  const answer = (packet: Uint8Array, stream: boolean): Uint8Array | null => {
    const query = readQuery(packet);
    if (query === null || stub.mode === 'silent') return null;
    stub.heard.push(`${stream ? 'tcp' : 'udp'} ${nameToText(packet, HEADER_BYTES)}`);
    return respond(query, stub.mode, { stream, ttl });
  };
  udp.on('message', (packet, from) => {
    const reply = answer(packet, false);
    if (reply !== null) udp.send(reply, from.port, from.address);
  });
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  const { port } = udp.address();
  const tcp = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      const reply = answer(chunk.subarray(2), true);
      if (reply === null) return;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(reply.length);
      socket.write(Buffer.concat([length, reply]));
    });
  });
  await new Promise<void>((resolve) => tcp.listen(port, '127.0.0.1', resolve));
  return Object.assign(stub, {
    port,
    stop: async () => {
      await new Promise<void>((resolve) => udp.close(resolve));
      await new Promise((resolve) => tcp.close(resolve));
    },
  });
}

function respond(
  query: Query,
  mode: StubUpstream['mode'],
  how: { stream: boolean; ttl: number },
): Uint8Array {
  if (how.stream) useStream(query, false);
  const out = new Uint8Array(STREAM_MAX);
  const plan =
    mode === 'servfail'
      ? planAnswer({ rcode: RCODE.servFail })
      : answerFor(nameToText(query.packet, HEADER_BYTES, { lower: true }) ?? '', query.qtype, how.ttl);
  const reply = out.slice(0, writeAnswer(query, plan, out));
  if (mode === 'wrong-id') reply[0] = (reply[0] ?? 0) ^ 1;
  // As a server does that does not keep the case of the question; by TCP nobody can guess, so there it counts.
  if (mode === 'other-case')
    for (let i = HEADER_BYTES; i < query.questionEnd - 4; i++) reply[i] = swapCase(reply[i] ?? 0);
  return reply;
}

function answerFor(asked: string, qtype: number, ttl: number) {
  if (asked.startsWith('no.')) {
    return planAnswer({
      rcode: RCODE.nxDomain,
      authority: [negativeSoa(ttl, name('ns.example'), ROOT_NAME)],
    });
  }
  const records: WireRecord[] = [];
  let owner: Uint8Array | null = null;
  const alias = /^(.+)\.alias\.example$/.exec(asked)?.[1];
  if (alias !== undefined) {
    owner = name(alias);
    records.push(cnameRecord(ttl, owner));
  }
  if (asked.startsWith('long.'))
    for (let i = 0; i < 12; i++) records.push(txtRecord(ttl, 'x'.repeat(200), owner));
  else if (qtype === TYPE.a) records.push(addressRecord(ttl, '192.0.2.1', owner));
  return planAnswer({ answers: records });
}

function swapCase(byte: number): number {
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x7a && byte > 0x40 ? byte ^ 0x20 : byte;
}
