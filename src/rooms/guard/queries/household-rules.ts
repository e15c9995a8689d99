// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { rulesOf } from '../level.ts';
import type { HouseholdRules, NetworkRule } from '../resolver/messages.ts';
import type { Rules } from '../resolver/rules.ts';
import { reading } from '../tables.ts';

/**
 * What the resolver has to know of one household, or of all of them (null). One that is gone, or has nothing that asks,
 * is not in the answer.
 */
export async function householdRules(db: Db, household: string | null): Promise<HouseholdRules[]> {
  const [children, devices, networks] = await Promise.all([
    reading(db)
      .selectFrom('guard.child')
      .select(['household_id', 'id', 'age_group', 'changes'])
      .$if(household !== null, (query) => query.where('household_id', '=', household))
      .execute(),
    reading(db)
      .selectFrom('guard.device')
      .select(['household_id', 'child_id', 'lookup'])
      .$if(household !== null, (query) => query.where('household_id', '=', household))
      .execute(),
    reading(db)
      .selectFrom('guard.network')
      .select(['household_id', 'child_id', 'lookup', 'family', 'bits'])
      .$if(household !== null, (query) => query.where('household_id', '=', household))
      .execute(),
  ]);
  const all = new Map<string, Mutable>();
  const places = new Map<string, number>();
  for (const { household_id: id, ...child } of children) {
    const one = all.get(id) ?? { household: id, rules: [], devices: [], networks: [] };
    all.set(id, one);
    places.set(child.id, one.rules.push(rulesOf(child.age_group, child.changes)) - 1);
  }
  const rules = (child: string) => places.get(child) ?? -1;
  for (const { household_id: id, child_id: child, lookup } of devices) {
    all.get(id)?.devices.push({ lookup: lookup.toString('hex'), rules: rules(child) });
  }
  for (const { household_id: id, child_id: child, lookup, family, bits } of networks) {
    const rule = { lookup: lookup.toString('hex'), bits, rules: rules(child) };
    all.get(id)?.networks.push({ ...rule, family: family === 4 ? 4 : 6 });
  }
  return [...all.values()].filter((one) => one.devices.length + one.networks.length > 0);
}

interface Mutable extends HouseholdRules {
  readonly rules: Rules[];
  readonly devices: HouseholdRules['devices'][number][];
  readonly networks: NetworkRule[];
}
