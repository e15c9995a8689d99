// SPDX-License-Identifier: EUPL-1.2
import type { Ctx } from '#platform/ctx';
import type { Step } from '../access.ts';
import { guardsOf } from '../registry.ts';
import { fullRecord } from './full.ts';
import type { Held } from './held.ts';

interface Asked {
  step: Step;
  /** Parts that readers would see anew; none where the step is another than to publish. */
  goesOut?: readonly string[];
}

/** What the room's guards say against a step: keys of the catalogue. */
export async function reasonsAgainst(ctx: Ctx, held: Held, { step, goesOut = [] }: Asked): Promise<string[]> {
  const guards = guardsOf(held.kind.name);
  if (guards.length === 0) return [];
  const draft = fullRecord(held, { face: 1, level: 2 });
  if (draft === null) return [];
  const reasons: string[] = [];
  for (const guard of guards) reasons.push(...(await guard(ctx, step, { ...draft, goesOut })));
  return reasons;
}
