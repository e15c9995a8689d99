// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import type { Ctx } from '#platform/ctx';

/**
 * Something that happened, in the past tense: ids, codes, counts, durations and times. Words, names,
 * addresses and hosts have no place in a payload, because payloads lie in plain rows.
 */
export interface Fact<P> {
  name: string;
  payload: z.ZodType<P>;
}

/** Work that a worker does later. `run` may be repeated after a crash and must not mind. */
export interface Job<P> {
  name: string;
  payload: z.ZodType<P>;
  /** Five fields, minutes first, UTC; for clocked work only, whose payload is `{}`. */
  cron?: string;
  run(ctx: Ctx, payload: P): Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: a list of jobs has many payloads; each is parsed before it runs
export type AnyJob = Job<any>;

/** "When this happened, run that": the room that reacts declares it; the room that speaks need not know. */
export interface Subscription {
  fact: string;
  job: AnyJob;
}

export const defineFact = <P>(name: string, payload: z.ZodType<P>): Fact<P> => ({ name, payload });
export const defineJob = <P>(job: Job<P>): Job<P> => job;

/** Subscribes a handler to a fact. The job is named after both, so that health says who lags behind. */
export function on<P>(fact: Fact<P>, room: string, run: Job<P>['run']): Subscription {
  return { fact: fact.name, job: { name: `${room}:${fact.name}`, payload: fact.payload, run } };
}
