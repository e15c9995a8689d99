// SPDX-License-Identifier: EUPL-1.2
import { type AnyRoute, bytes, defineRoute, json } from '#platform/http';
import type { Metrics } from './metrics.ts';
import type { Rooms } from './mount.ts';
import { openApi } from './openapi.ts';
import type { Services } from './services.ts';

interface Machine {
  services: Services;
  metrics: Metrics;
  guard: Rooms['guard'];
  all: () => readonly AnyRoute[];
}

/** What machines ask of every installation: alive, ready, figures, and the description of the API. */
export function machineRoutes({ services, metrics, guard, all }: Machine): AnyRoute[] {
  if (guard !== null) {
    const help = 'When the ratings were made that the resolver answers by, Unix seconds; 0 for none';
    metrics.gauge('rowan_guard_ratings_timestamp_seconds', help, () => guard.ratings() / 1000);
  }
  return [
    defineRoute({
      name: 'healthz',
      verb: 'GET',
      path: '/healthz',
      localized: false,
      access: 'public',
      cache: 'api',
      handle: () => json({ alive: true }),
    }),
    defineRoute({
      name: 'readyz',
      verb: 'GET',
      path: '/readyz',
      localized: false,
      access: 'public',
      cache: 'api',
      handle: () => {
        const database = services.database.state();
        // A guard before the first snapshot of an installation is as ready as it can be.
        const ratings = guard === null ? 'elsewhere' : guard.lacksRatings() ? 'lacking' : 'ready';
        const ready = database === 'ready' && ratings !== 'lacking';
        return json({ ready, database, ratings }, { status: ready ? 200 : 503 });
      },
    }),
    defineRoute({
      name: 'metrics',
      verb: 'GET',
      path: '/metrics',
      localized: false,
      access: 'public',
      cache: 'api',
      handle: async () => bytes(await metrics.text(), 'text/plain; version=0.0.4; charset=utf-8'),
    }),
    defineRoute({
      name: 'openapi',
      verb: 'GET',
      path: '/api/v1/openapi.json',
      localized: false,
      access: 'public',
      cache: 'api',
      handle: (call) => json(openApi(all(), call.origin)),
    }),
  ];
}
