// SPDX-License-Identifier: EUPL-1.2
import type { Priority } from './priority.ts';

export interface Arrived {
  channel: 'web' | 'company';
  kind: string;
  intent: string;
  priority: Priority;
}

/**
 * Whether a new report may join the case of its address by itself. Only "I saw something" may: whoever tells what
 * happened to them, is in danger or wants to talk gets a case of their own, however often the address was seen.
 */
export function joinsBySight({ channel, kind, intent, priority }: Arrived): boolean {
  const aboutPlace = channel === 'web' && kind === 'saw' && (intent === 'tell' || intent === 'notify');
  return aboutPlace && priority !== 'p0' && priority !== 'p1';
}

/** The one open case that knows every address of a report; null where they point to none or to several. */
export function caseOfAll(known: readonly (readonly string[])[]): string | null {
  const [first, ...others] = known;
  if (first === undefined) return null;
  const common = first.filter((id) => others.every((ids) => ids.includes(id)));
  return common.length === 1 ? (common[0] ?? null) : null;
}
