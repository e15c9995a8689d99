// SPDX-License-Identifier: EUPL-1.2
import { isPublicSuffix, readHost } from './host-name.ts';
import type { LineParser, ListSink } from './list-sink.ts';

// One name a line; such a list speaks of the name and all names below it, so a name whose "below" belongs to others
// is refused. Comments begin with # ! ; or //, or follow the name after a space and #.

const COMMENT = /^(?:[#!;]|\/\/)/;
const TRAILING_COMMENT = /[ \t]+#.*$/;

export function readDomainsLine(line: string, sink: ListSink): ReturnType<LineParser> {
  const text = line.includes('#') ? line.replace(TRAILING_COMMENT, '').trim() : line.trim();
  if (text === '' || COMMENT.test(text)) return 'silent';
  const { host, refusal } = readHost(text);
  if (host === null) return refusal;
  if (isPublicSuffix(host)) return 'public-suffix';
  sink.host(host);
  return null;
}
