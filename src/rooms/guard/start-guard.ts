// SPDX-License-Identifier: EUPL-1.2
import { isIPv6 } from 'node:net';
import type { Database } from '#platform/db';
import { deviceLookup, keyringOf, readDeviceToken } from '#platform/seal';
import { CHECKED } from '#ratings';
import { Follower } from './follow/follower.ts';
import { testNameOf } from './follow/test-name.ts';
import { readUpstreams } from './follow/upstreams.ts';
import { categoryAges } from './level.ts';
import { ResolverThread } from './resolver/resolver-thread.ts';

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
  /** Ratings are published and it has none: it closes nothing. */
  lacksRatings(): boolean;
  /**
   * Answers a DNS message for the device with this token (16 letters of [a-z2-7], any case). A token that nobody has is
   * answered with a refusal. Null where nothing can be said: not a token, not a question, the resolver starting again.
   */
  ask(packet: Uint8Array, token: string): Promise<Uint8Array<ArrayBuffer> | null>;
  stop(): Promise<void>;
}

/** Starts the resolver and follows the news. Throws where the sockets cannot be opened. */
export async function startGuard(options: GuardOptions): Promise<Guard> {
  const { database, dataFolder, host, port, onFault } = options;
  const { guard: guardKey, instance } = keyringOf(database.db);
  const follower = new Follower({ database, dataFolder, onFault });
  const thread = await ResolverThread.start({
    ...{ host, port, guardKey, onFault },
    workerUrl: options.workerUrl,
    upstreams: readUpstreams(options.upstreams),
    patience: PATIENCE,
    server: instance,
    test: testNameOf(options.url, host),
    meaning: { categoryAges: categoryAges(), checked: CHECKED },
    known: () => follower.known(),
    onAgain: () => void follower.again(),
  });
  await follower.begin(thread);
  return {
    address: `${isIPv6(host) ? `[${host}]` : host}:${thread.port}`,
    ratings: () => follower.number,
    lacksRatings: () => follower.isLacking,
    ask: async (packet, token) => {
      const known = readDeviceToken(token);
      return known === null ? null : thread.ask(deviceLookup(guardKey, known).toString('hex'), packet);
    },
    stop: async () => {
      follower.end();
      await thread.stop();
    },
  };
}
