// SPDX-License-Identifier: EUPL-1.2
import type { Config } from '#platform/config';
import type { Database } from '#platform/db';
import type { Lang } from '#platform/i18n';
import type { Log } from '#platform/log';
import type { Guard } from './start-guard.ts';

/** What the app gives to this room. */
export interface GuardServices {
  config: Pick<Config, 'roles' | 'data' | 'host' | 'dnsPort' | 'dnsUpstream' | 'url'>;
  database: Pick<Database, 'db' | 'listen'>;
  log: Log;
  /** Languages whose safety texts are all passed. */
  installation: { open(): readonly Lang[] };
  /** The built resolver.worker.ts, `dist/workers/resolver.mjs`. */
  workerUrl: URL;
}

/** What the routes of this room work with. */
export interface RouteServices {
  /** Null where another process is the guard. */
  guard: Pick<Guard, 'ask'> | null;
  /** host:port that devices of a home can send plain DNS to; null where only this machine can. */
  dns: string | null;
  /** The name that only our resolver knows. */
  testName: string;
  openLanguages: () => readonly Lang[];
}
