// SPDX-License-Identifier: EUPL-1.2
import type { Actor } from '#platform/ctx';

/** The signed-in family. Throws for anybody else: the route's access rule let only families pass. */
export function householdOf(actor: Actor): string {
  if (actor.kind !== 'family') throw new TypeError(`a family was expected, not ${actor.kind}`);
  return actor.household;
}

/** The child whose page this browser has opened. Throws for anybody else. */
export function childOf(actor: Actor): string {
  if (actor.kind !== 'child') throw new TypeError(`a child was expected, not ${actor.kind}`);
  return actor.device;
}

/** Why the acts of this room leave no entry in the audit. */
export const NO_ENTRY = { none: "a family's own choice about its own devices is nobody's business" };
