// SPDX-License-Identifier: EUPL-1.2
import type { Refusal } from './refusals.ts';

/** Where a parser puts what a line says. */
export interface ListSink {
  /** A host in lower-case ASCII. */
  host(name: string): void;
  /** A host and the beginning of a path on it, e.g. `example.org/games/`. */
  address(address: string): void;
  /** One name of several in the line is no claim. */
  refuse(reason: Refusal, name: string): void;
}

/**
 * Reads one line, its end taken off, and tells the sink. Answers the reason why the whole line is refused, `silent`
 * for a comment or an empty line, else null. Never throws.
 */
export type LineParser = (line: string, sink: ListSink) => Refusal | 'silent' | null;
