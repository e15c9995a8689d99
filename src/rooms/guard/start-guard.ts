// SPDX-License-Identifier: EUPL-1.2
import { isIPv6 } from 'node:net';
import type { Database } from '#platform/db';
import { deviceLookup, keyringOf, readDeviceToken } from '#platform/seal';
import { CHECKED } from '#ratings';
import { OneAtATime } from './follow/one-at-a-time.ts';
import { RatingsCopy } from './follow/ratings-copy.ts';
import { testNameOf } from './follow/test-name.ts';
import { readUpstreams } from './follow/upstreams.ts';
import { categoryAges } from './level.ts';
import { GUARD_TOPIC } from './limits.ts';
import { householdRules } from './queries/household-rules.ts';
import { ResolverThread } from './resolver/resolver-thread.ts';

/** News of the ratings room: a new state was published. */
const SNAPSHOT_TOPIC = 'snapshot';

/** Milliseconds for each try: two servers, then the first again; all in all less than a device waits. */
const PATIENCE = [800, 1200, 2000];

export interface GuardOptions {
  readonly database: Pick<Database, 'db' | 'listen'>;
  readonly dataFolder: string;
  /** Address to listen on. */
  readonly host: string;
  /** For UDP and TCP; 0 picks a free one. */
  readonly port: number;
  /** Servers that questions are handed on to, see `readUpstreams`. */
  readonly upstreams: readonly string[];
  /** Public origin of the installation, where it has one. */
  readonly url: string | null;
  /** The built file of resolver.worker.ts. */
  readonly workerUrl: URL;
  /** Hears of faults by a code, e.g. `ratings-refused`. */
  readonly onFault: (code: string) => void;
}

/** A resolver that runs and keeps up with ratings and rules. */
export interface Guard {
  /** host:port of DNS over UDP and TCP. */
  readonly address: string;
  /** Number of the ratings it answers by; 0 before the first snapshot. */
  ratings(): number;
  /**
   * Answers a DNS message for the device with this token (16 letters of [a-z2-7], any case). A token that nobody has is
   * answered with a refusal. Null where nothing can be said: not a token, not a question, the resolver starting again.
   */
  ask(packet: Uint8Array, token: string): Promise<Uint8Array<ArrayBuffer> | null>;
  stop(): Promise<void>;
}

/** Starts the resolver and follows the news. Throws where the sockets cannot be opened. */
export async function startGuard(options: GuardOptions): Promise<Guard> {
  const { database, onFault } = options;
  const { db } = database;
  const { guard: guardKey, instance } = keyringOf(db);
  const ratings = new RatingsCopy(db, options.dataFolder);
  const news = new OneAtATime(() => onFault('guard-news'));
  const followRatings = () => ratings.follow().catch(() => onFault('ratings-refused'));
  await followRatings();
  const thread = await ResolverThread.start({
    workerUrl: options.workerUrl,
    host: options.host,
    port: options.port,
    upstreams: readUpstreams(options.upstreams),
    patience: PATIENCE,
    guardKey,
    server: instance,
    test: testNameOf(options.url, options.host),
    meaning: { categoryAges: categoryAges(), checked: CHECKED },
    known: async () => ({ ratings: ratings.buffer, households: await householdRules(db, null) }),
    onAgain: () => void news.add(refresh),
    onFault,
  });
  const takeRatings = async () => {
    const before = ratings.buffer;
    await followRatings();
    const now = ratings.buffer;
    if (now !== null && now !== before) thread.useRatings(now);
  };
  const takeAll = async () => thread.replaceAll(await householdRules(db, null));
  const takeOne = async (household: string) => {
    const [one] = await householdRules(db, household);
    thread.replace(one ?? { household, rules: [], devices: [], networks: [] });
  };
  const refresh = async () => {
    await takeAll();
    await takeRatings();
    if (ratings.buffer !== null) thread.useRatings(ratings.buffer);
  };
  const deaf = [
    database.listen(SNAPSHOT_TOPIC, () => void news.add(takeRatings)),
    database.listen(GUARD_TOPIC, (id) => void news.add(id === null ? takeAll : () => takeOne(id))),
  ];
  // What changed before we listened.
  await news.add(refresh);
  return {
    address: `${isIPv6(options.host) ? `[${options.host}]` : options.host}:${thread.port}`,
    ratings: () => ratings.number,
    ask: async (packet, token) => {
      const known = readDeviceToken(token);
      return known === null ? null : thread.ask(deviceLookup(guardKey, known).toString('hex'), packet);
    },
    stop: async () => {
      for (const end of deaf) end();
      await thread.stop();
    },
  };
}
