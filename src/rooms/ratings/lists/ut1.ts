// SPDX-License-Identifier: EUPL-1.2
import { readDomainsLine } from './domains.ts';
import { readHost } from './host-name.ts';
import type { LineParser, ListSink } from './list-sink.ts';

// The squidGuard layout that UT1 uses: a folder for each category with `domains` (a name and all names below it) and
// `urls` (host and path without scheme and without www, a prefix). A line of `urls` is a claim about that prefix and
// about nothing else: one bad page at a university says nothing about the university.

/** Files of a category folder that hold claims. `expressions` guess by words in an address, so they are not read. */
export const UT1_FILES: Readonly<Record<string, LineParser>> = {
  domains: readDomainsLine,
  urls: readUrlsLine,
};

const MAX_ADDRESS_LENGTH = 2000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNPRINTABLE = /[\s\x00-\x1f\x7f]/;

export function readUrlsLine(line: string, sink: ListSink): ReturnType<LineParser> {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return 'silent';
  if (text.length > MAX_ADDRESS_LENGTH) return 'too-long';
  if (UNPRINTABLE.test(text)) return 'several-words';
  const slash = text.indexOf('/');
  const { host, refusal } = readHost(slash < 0 ? text : text.slice(0, slash));
  if (host === null) return refusal;
  // "example.org/" as a prefix is the whole host.
  if (slash < 0 || /^\/+$/.test(text.slice(slash))) return 'no-path';
  sink.address(host + text.slice(slash));
  return null;
}
