// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import type { Kind } from '../kind/kind.ts';
import type { FullRecord, LinkedTitle } from '../record.ts';

/** All that the page of a record is drawn from. Only what its reader may see is in it. */
export interface RecordView {
  kind: Kind;
  record: FullRecord;
  /** The language whose words are shown: the reader's, else the original's. */
  lang: string;
  title: string;
  /** Languages in which it can be read, the original first. */
  langs: readonly string[];
  terms: TermWords;
  titles: ReadonlyMap<number, LinkedTitle>;
  backlinks: readonly { key: string; links: readonly LinkedTitle[] }[];
  successor: LinkedTitle | null;
  /** When this edition was published; null for what never was. */
  published: Date | null;
  /** Since when the words shown are behind the original; null when they are not. */
  staleSince: Date | null;
  timeZone: string;
  /** The address that stays, with its origin. */
  address: string;
  /** Where a file is read. */
  fileHref: (sha256: string, name: string) => string;
  panels: readonly ComponentChildren[];
}

/** A term in the reader's language. */
export type TermWords = (scheme: string, code: string) => string;
