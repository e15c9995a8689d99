// SPDX-License-Identifier: EUPL-1.2

import type { ComponentChildren } from 'preact';
import { formatDay, formatShort, type MessageKey, type Where } from '#platform/i18n';
import { Status, type Tone, type View } from '#platform/ui';
import type { Priority } from '../rules/priority.ts';

/** What every page of the desk is told beside its own data. */
export interface Desk {
  /** The navigation of the desk. */
  nav: ComponentChildren;
  where: Where;
  now: Date;
}

/** A sentence whose key ends in a code: `cases.state.acting`. */
export function say(view: View, group: string, code: string): string {
  return view.t(`cases.${group}.${code}` as MessageKey);
}

const TONES: Readonly<Record<Priority, Tone>> = {
  p0: 'danger',
  p1: 'warn',
  p2: 'info',
  p3: 'neutral',
  p4: 'neutral',
};

/** Letter, shape and word: never colour alone. */
export function PriorityMark({ view, priority }: { view: View; priority: Priority }) {
  return <Status tone={TONES[priority]}>{say(view, 'priority', priority)}</Status>;
}

export function short(desk: Desk, at: Date): string {
  return formatShort(at, desk.where);
}

/** A calendar day that is stored as text. */
export function dayWords(desk: Desk, day: string): string {
  return formatDay(new Date(`${day}T12:00:00Z`), { ...desk.where, timeZone: 'UTC' });
}

export function caseHref(view: View, id: string, rest = ''): string {
  return `/${view.lang}/desk/case/${id}${rest}`;
}
