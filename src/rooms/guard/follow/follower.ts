// SPDX-License-Identifier: EUPL-1.2
import { RatingIndexError } from '@rowan/rating-index';
import type { Database } from '#platform/db';
import { ProblemError } from '#platform/http';
import { GUARD_TOPIC } from '../limits.ts';
import { householdRules } from '../queries/household-rules.ts';
import type { HouseholdRules, Known } from '../resolver/messages.ts';
import type { ResolverThread } from '../resolver/resolver-thread.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { RatingsCopy } from './ratings-copy.ts';

/** News of the ratings room: a new state was published. */
const SNAPSHOT_TOPIC = 'snapshot';

/** News that could not be taken in is looked for again after so long, twice as long each time. */
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;

export interface FollowerOptions {
  readonly database: Pick<Database, 'db' | 'listen'>;
  readonly dataFolder: string;
  readonly onFault: (code: string) => void;
}

/** Keeps a resolver up with what is published and what families change, one piece of news after the other. */
export class Follower {
  readonly #options: FollowerOptions;
  readonly #ratings: RatingsCopy;
  readonly #news: OneAtATime;
  #thread: ResolverThread | null = null;
  #deaf: (() => void)[] = [];
  #retry: NodeJS.Timeout | undefined;
  #retryMs = FIRST_RETRY_MS;

  constructor(options: FollowerOptions) {
    this.#options = options;
    this.#ratings = new RatingsCopy(options.database.db, options.dataFolder);
    this.#news = new OneAtATime(() => this.#missed());
  }

  /** Number of the ratings at hand; 0 for none. */
  get number(): number {
    return this.#ratings.number;
  }

  /** Ratings are published, and none of them could be taken in. */
  get isLacking(): boolean {
    return this.#ratings.isLacking;
  }

  /** What a resolver begins with; without the database the ratings at hand, and nobody it knows. */
  async known(): Promise<Known> {
    let households: readonly HouseholdRules[] = [];
    await this.#news.add(async () => {
      households = await householdRules(this.#options.database.db, null);
      await this.#followRatings();
    });
    return { ratings: this.#ratings.buffer, households };
  }

  /** From now on `thread` hears the news; answers when it knows what changed before. */
  async begin(thread: ResolverThread): Promise<void> {
    this.#thread = thread;
    const { database } = this.#options;
    this.#deaf = [
      database.listen(SNAPSHOT_TOPIC, () => void this.#news.add(() => this.#takeRatings())),
      database.listen(GUARD_TOPIC, (id) => void this.#news.add(() => this.#takeRules(id))),
    ];
    await this.again();
  }

  /** Says everything once more. */
  again(): Promise<void> {
    return this.#news.add(async () => {
      await this.#takeRules(null);
      await this.#followRatings();
      if (this.#ratings.buffer !== null) this.#thread?.useRatings(this.#ratings.buffer);
      this.#retryMs = FIRST_RETRY_MS;
    });
  }

  end(): void {
    clearTimeout(this.#retry);
    for (const stop of this.#deaf) stop();
    this.#thread = null;
  }

  /** Nobody says a piece of news twice: what was undone would stay closed until the next one. */
  #missed(): void {
    this.#options.onFault('guard-news');
    if (this.#retry !== undefined || this.#thread === null) return;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      void this.again();
    }, this.#retryMs).unref();
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
  }

  /** A delta needs no word to the thread: it reads the same memory. */
  async #takeRatings(): Promise<void> {
    const before = this.#ratings.buffer;
    await this.#followRatings();
    const now = this.#ratings.buffer;
    if (now !== null && now !== before) this.#thread?.useRatings(now);
  }

  /** One household, or all of them where the news may have been missed. */
  async #takeRules(household: string | null): Promise<void> {
    const found = await householdRules(this.#options.database.db, household);
    if (household === null) this.#thread?.replaceAll(found);
    else this.#thread?.replace(found[0] ?? { household, rules: [], devices: [], networks: [] });
  }

  /** What is refused changes nothing, and would be refused again. */
  async #followRatings(): Promise<void> {
    try {
      await this.#ratings.follow();
    } catch (error) {
      if (!(error instanceof ProblemError || error instanceof RatingIndexError)) throw error;
      this.#options.onFault('ratings-refused');
    }
  }
}
