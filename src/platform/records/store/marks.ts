// SPDX-License-Identifier: EUPL-1.2

import { canonical } from '../change/same.ts';
import { countUnits, mark, sourceUnits } from '../change/units.ts';
import { type Held, type Part, partIn } from './held.ts';

/**
 * Looks at every translation against the newest original again. Answers the parts that came out different, for the
 * caller to store.
 */
export function markTranslations(held: Held, now: Date): Part[] {
  const source = sourceUnits(held.kind, partIn(held, '').body, partIn(held, held.tongue).body);
  return translations(held).filter((part) => {
    const before = canonical([part.units, part.todo, part.stale, part.machine]);
    part.units = mark(part.units, source, now);
    Object.assign(part, countUnits(part.units, part.body, source));
    return before !== canonical([part.units, part.todo, part.stale, part.machine]);
  });
}

/** The same for what is published, against the published original. */
export function markPublished(held: Held, now: Date): Part[] {
  const source = sourceUnits(held.kind, partIn(held, '').live ?? {}, partIn(held, held.tongue).live ?? {});
  return translations(held).filter((part) => {
    if (part.liveUnits === null) return false;
    const before = canonical(part.liveUnits);
    part.liveUnits = mark(part.liveUnits, source, now);
    return before !== canonical(part.liveUnits);
  });
}

function translations(held: Held): Part[] {
  return [...held.parts.values()].filter(({ lang }) => lang !== '' && lang !== held.tongue);
}
