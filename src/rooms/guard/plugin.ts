// SPDX-License-Identifier: EUPL-1.2

import type { Ctx } from '#platform/ctx';
import { testNameOf } from './follow/test-name.ts';
import { sweep } from './jobs/sweep.ts';
import { ratingsState } from './queries/ratings-state.ts';
import { childRoutes } from './routes/child-routes.tsx';
import { deviceRoutes } from './routes/device-routes.tsx';
import { dohRoutes } from './routes/doh-routes.ts';
import { householdRoutes } from './routes/household-routes.tsx';
import { levelRoutes } from './routes/level-routes.tsx';
import { mineRoutes } from './routes/mine-routes.tsx';
import { signInRoutes } from './routes/sign-in-routes.tsx';
import { testRoutes } from './routes/test-routes.tsx';
import type { GuardServices, RouteServices } from './services.ts';
import { type Guard, startGuard } from './start-guard.ts';

/** Families and their rules; with the role `guard` the resolver too. */
export async function plugin(services: GuardServices) {
  const { config, installation } = services;
  const guard = config.roles.has('guard') ? await start(services) : null;
  const shared: RouteServices = {
    guard,
    dns: guard !== null && isReachable(config.host) ? guard.address : null,
    testName: testNameOf(config.url, config.host).name,
    openLanguages: installation.open,
  };
  return {
    name: 'guard',
    routes: [
      ...householdRoutes(),
      ...signInRoutes(),
      ...childRoutes(shared),
      ...levelRoutes(),
      ...deviceRoutes(shared),
      ...mineRoutes(),
      ...testRoutes(shared),
      ...dohRoutes(shared),
    ],
    jobs: [sweep],
    subscriptions: [],
    dns: guard?.address ?? null,
    guard,
    health: (ctx: Ctx) => ratingsState(ctx, guard),
    stop: async () => guard?.stop(),
  };
}

function start({ config, database, log, workerUrl }: GuardServices): Promise<Guard> {
  return startGuard({
    database,
    dataFolder: config.data,
    host: config.host,
    port: config.dnsPort,
    upstreams: config.dnsUpstream,
    url: config.url,
    workerUrl,
    onFault: (code) => log.warn(code),
  });
}

/** Whether other machines of a home can reach an address that we listen on; everywhere at once is no address to type. */
function isReachable(host: string): boolean {
  return !/^127\.|^::1$|^localhost$|^0\.0\.0\.0$|^::$/.test(host);
}
