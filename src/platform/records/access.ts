// SPDX-License-Identifier: EUPL-1.2
import { type Actor, holds, type Role } from '#platform/ctx';
import type { Seen } from './kind/fields.ts';
import type { Kind } from './kind/kind.ts';
import type { Level, RecordState } from './record.ts';

/** What can be done to a record. `translate` is work on words in other languages than the original's. */
export type Step =
  | 'propose'
  | 'edit'
  | 'translate'
  | 'check'
  | 'submit'
  | 'return'
  | 'publish'
  | 'unpublish'
  | 'withdraw'
  | 'supersede';

export const STEPS: readonly Step[] = [
  'propose',
  'edit',
  'translate',
  'check',
  'submit',
  'return',
  'publish',
  'unpublish',
  'withdraw',
  'supersede',
];

const levels: Readonly<Record<Seen, Level>> = { public: 0, members: 1, staff: 2 };

/** The level that a field or kind asks of its reader. */
export function levelFor(seen: Seen): Level {
  return levels[seen];
}

/** How much this actor sees: members see members' fields; whoever else has an account is staff. */
export function levelOf(actor: Actor): Level {
  if (actor.kind === 'system') return 2;
  if (actor.kind !== 'person') return 0;
  if (actor.roles.some((role) => role !== 'member')) return 2;
  return actor.roles.includes('member') ? 1 : 0;
}

/** Whether the actor may take this step with records of this kind at all. The installation itself may. */
export function may(actor: Actor, kind: Kind, step: Step): boolean {
  if (actor.kind === 'system') return true;
  if (step === 'propose' && kind.rights.propose.includes('anyone')) return true;
  return holds(actor, ...rolesFor(kind, step));
}

function rolesFor({ rights }: Kind, step: Step): Role[] {
  switch (step) {
    case 'propose':
      return rights.propose.filter((role) => role !== 'anyone');
    case 'edit':
      return [...rights.edit];
    case 'translate':
      return [...rights.edit, 'translator'];
    case 'check':
      return [...rights.publish, 'reviewer'];
    case 'submit':
      return [...rights.edit, ...rights.publish, 'translator'];
    default:
      return [...rights.publish];
  }
}

/** Whether the life of the record lets this step come next, whoever takes it. */
export function isOpen(kind: Kind, record: { state: RecordState; edition: number }, step: Step): boolean {
  const { state, edition } = record;
  switch (step) {
    case 'submit':
      return kind.course === 'reviewed' && (state === 'draft' || state === 'live');
    case 'return':
      return state === 'review';
    case 'publish':
      return kind.course !== 'reviewed' || (state !== 'draft' && state !== 'live');
    case 'unpublish':
    case 'withdraw':
      return edition > 0 && state !== 'withdrawn';
    case 'supersede':
      return edition > 0 && state !== 'withdrawn' && state !== 'review';
    default:
      return true;
  }
}
