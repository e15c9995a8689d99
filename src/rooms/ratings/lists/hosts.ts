// SPDX-License-Identifier: EUPL-1.2
import { isIP } from 'node:net';
import { readHost } from './host-name.ts';
import type { LineParser, ListSink } from './list-sink.ts';

// hosts(5): <address> <name> [more names] [# comment]. Exact names only, nothing about the names below them. A name
// that is led to a real address is a redirect of somebody's network, not a word about what the name shows.

const NOWHERE = new Set(['0.0.0.0', '::', '::0', '::1', '0:0:0:0:0:0:0:0', '0:0:0:0:0:0:0:1']);
const LOOPBACK = /^127\.\d+\.\d+\.\d+$/;
const SPACE = /[ \t]+/;

export function readHostsLine(line: string, sink: ListSink): ReturnType<LineParser> {
  const comment = line.indexOf('#');
  const text = (comment < 0 ? line : line.slice(0, comment)).trim();
  if (text === '') return 'silent';
  const [address = '', ...names] = text.split(SPACE);
  if (!NOWHERE.has(address) && !LOOPBACK.test(address))
    return isIP(address) === 0 ? 'no-address' : 'redirect';
  if (names.length === 0) return 'no-name';
  for (const name of names) {
    const { host, refusal } = readHost(name);
    if (host === null) sink.refuse(refusal, name);
    else sink.host(host);
  }
  return null;
}
