// SPDX-License-Identifier: EUPL-1.2
import { type AnyRoute, bytes, defineRoute, json } from '#platform/http';
import type { Metrics } from './metrics.ts';
import { openApi } from './openapi.ts';
import type { Services } from './services.ts';

/** What machines ask of every installation: alive, ready, figures, and the description of the API. */
export function machineRoutes(
  services: Services,
  metrics: Metrics,
  all: () => readonly AnyRoute[],
): AnyRoute[] {
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
        return json({ ready: database === 'ready', database }, { status: database === 'ready' ? 200 : 503 });
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
