// SPDX-License-Identifier: EUPL-1.2
import { LineReader } from './line-reader.ts';
import type { LineParser, ListSink } from './list-sink.ts';
import { countRefusal, type Refusal, type RefusalCounts } from './refusals.ts';

/** What reading gave so far. `lines` counts every line, `silent` the comments and empty ones among them. */
export interface ListCounts {
  lines: number;
  silent: number;
  claims: number;
  bytes: number;
  refused: RefusalCounts;
}

/** Claims of the next piece of the list, in its order, not yet free of duplicates. */
export interface ListBatch {
  hosts: string[];
  addresses: string[];
}

/** Claims handed on at a time; about what one statement stores well. */
const BATCH = 20_000;

export const noCounts = (): ListCounts => ({ lines: 0, silent: 0, claims: 0, bytes: 0, refused: {} });

/**
 * Reads a list from a stream of bytes in one format. Yields claims in batches and counts into `counts` as it goes;
 * every line ends as a claim, a refusal or silence. Memory does not grow with the list.
 */
export async function* readList(
  stream: AsyncIterable<Uint8Array>,
  parse: LineParser,
  counts: ListCounts,
): AsyncGenerator<ListBatch> {
  let batch: ListBatch = { hosts: [], addresses: [] };
  const refuse = (reason: Refusal, text: string) =>
    countRefusal(counts.refused, reason, { line: counts.lines, text });
  const sink: ListSink = {
    host: (name) => batch.hosts.push(name),
    address: (address) => batch.addresses.push(address),
    refuse,
  };
  const reader = new LineReader((line, fault) => {
    counts.lines++;
    const finding = fault ?? parse(line, sink);
    if (finding === 'silent') counts.silent++;
    else if (finding !== null) refuse(finding, line);
  });
  const take = (): ListBatch => {
    const full = batch;
    counts.claims += full.hosts.length + full.addresses.length;
    batch = { hosts: [], addresses: [] };
    return full;
  };
  for await (const chunk of stream) {
    counts.bytes += chunk.byteLength;
    reader.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (batch.hosts.length + batch.addresses.length >= BATCH) yield take();
  }
  reader.end();
  if (batch.hosts.length + batch.addresses.length > 0) yield take();
}
