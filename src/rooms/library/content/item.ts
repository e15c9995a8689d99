// SPDX-License-Identifier: EUPL-1.2
import type { Lang } from '#platform/i18n';

/**
 * One record of the starting content. A link names another item by its alias; rows bring their keys with them.
 * `mark`: V we read the source of the source, S a source letter says it, own: it is our usage and says so.
 */
export interface ContentItem {
  /** Row of the table of facts that it rests on, e.g. ZH-29. Never changed: it is how the record is known again. */
  alias: string;
  kind: string;
  mark: 'V' | 'S' | 'own';
  /** Where it comes from, by the names in sources.json. */
  from?: string;
  facts: Readonly<Record<string, unknown>>;
  /** Facts that name an item which comes after this one. */
  later?: Readonly<Record<string, unknown>>;
  words: Readonly<Partial<Record<Lang, Readonly<Record<string, string>>>>>;
  /** Words to a child in danger: a draft until a reviewer passed them (H10). */
  safety?: boolean;
}

/** Where items come from: how we cite it in each language, its day and its address if it has one. */
export interface ContentSource {
  /** Language in which it is written. */
  tongue: string;
  asOf?: string;
  address?: string;
  cited: Readonly<Record<Lang, string>>;
}

/** A file of guides/: one worry, told to a child and to an adult. */
export interface GuideFile {
  worry: string;
  safety: boolean;
  versions: Readonly<Record<'child' | 'adult', ContentItem['words']>>;
}
