// SPDX-License-Identifier: EUPL-1.2
import { type Actor, holds } from '#platform/ctx';

/** Lists are read by the console and by those who answer for ratings. */
export function mayImport(actor: Actor): boolean {
  return actor.kind === 'system' || holds(actor, 'editor', 'supervisor');
}

/** Operators propose from their cases, editors on their own. */
export function mayDecide(actor: Actor): boolean {
  return holds(actor, 'operator', 'editor', 'supervisor');
}

/** Published by the console, by jobs, and by hand at the desk. */
export function mayPublish(actor: Actor): boolean {
  return actor.kind === 'system' || holds(actor, 'editor', 'supervisor');
}
