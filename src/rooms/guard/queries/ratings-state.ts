// SPDX-License-Identifier: EUPL-1.2
import type { Ctx } from '#platform/ctx';
import { deltasSince } from '#ratings';
import type { Guard } from '../start-guard.ts';

/** How the resolver of this process stands to what is published. */
export interface RatingsState {
  /**
   * `elsewhere`: another process is the guard. `empty`: nothing was published yet. `lacking`: something was, and it has
   * nothing. `behind`: it has less than there is. `fresh`: it has all.
   */
  readonly state: 'elsewhere' | 'empty' | 'lacking' | 'behind' | 'fresh';
  /** When what it has was published; null for nothing. */
  readonly at: Date | null;
}

export async function ratingsState({ db }: Pick<Ctx, 'db'>, guard: Guard | null): Promise<RatingsState> {
  if (guard === null) return { state: 'elsewhere', at: null };
  const number = guard.ratings();
  if (number === 0) return { state: guard.lacksRatings() ? 'lacking' : 'empty', at: null };
  const missing = await deltasSince(db, number);
  // A number is the millisecond of its making, or one more than the last.
  return { state: missing?.length === 0 ? 'fresh' : 'behind', at: new Date(number) };
}
