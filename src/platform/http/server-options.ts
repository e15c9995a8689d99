// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import type { Lang } from '#platform/i18n';
import type { Log } from '#platform/log';
import type { SiteView } from '#platform/ui';
import type { Assets } from './assets.ts';
import type { Limiter } from './limits.ts';
import type { AnyRoute, Identity } from './route.ts';

/** What the app hands to the server. `site` answers what pages say about this installation right now. */
export interface ServerOptions {
  db: Db;
  log: Log;
  identity: Identity;
  limiter: Limiter;
  assets: Assets;
  routes: readonly AnyRoute[];
  site: (lang: Lang) => SiteView;
  /** Names the state that `site` shows, so that pages may be kept until it changes; null while that is unknown. */
  edition?: () => string | null;
  /** Origins that count as our own, the public one first. */
  origins: () => string[];
  trustProxy: readonly string[];
  now: () => Date;
  /** Draws the page of a problem in a room's stead, e.g. help numbers while the database is away. */
  development: boolean;
  https?: { cert: string; key: string };
}
