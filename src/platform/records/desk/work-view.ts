// SPDX-License-Identifier: EUPL-1.2
import type { Actor } from '#platform/ctx';
import type { FieldErrors } from '#platform/ui';
import type { Step } from '../access.ts';
import type { Kind } from '../kind/kind.ts';
import type { FullRecord, Lack } from '../record.ts';

/** One part of a record as the desk sees it. */
export interface PartLine {
  /** '' for the facts. */
  lang: string;
  rev: number;
  /** The revision that readers see; null where they see none. */
  liveRev: number | null;
  by: string | null;
  at: Date | null;
  todo: number;
  stale: number;
  machine: number;
}

/** All that the work page of a record is drawn from. */
export interface WorkView {
  actor: Actor;
  kind: Kind;
  record: FullRecord;
  title: string;
  lang: string;
  parts: readonly PartLine[];
  /** Languages of this installation in which it has no words yet. */
  missing: readonly string[];
  lacks: readonly Lack[];
  /** Translations that may not go out yet, and why: keys of the catalogue. */
  heldBack: Readonly<Record<string, readonly string[]>>;
  /** What this person may do with it now. */
  steps: readonly Step[];
  successor: { id: number; kind: string; title: string; lang: string } | null;
  /** Where readers find it; null where they do not. */
  publicHref: string | null;
  timeZone: string;
  /** Somebody else saved another part of it at the same time, and both are kept. */
  merged: boolean;
  /** What was typed into a step that was not taken, and why not. */
  note: string;
  errors: FieldErrors;
}

/** Whether a part has something that readers do not see yet. */
export const isChanged = ({ rev, liveRev }: PartLine): boolean => rev !== liveRev;
