// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import { type AnyRoute, defineRoute, page, seeOther } from '#platform/http';
import { readInstallation } from '#platform/setup';
import { checkChain } from './check-chain.ts';
import { type HealthServices, readHealth } from './facts.ts';
import { judge } from './judge.ts';
import { HealthPage } from './pages/health-page.tsx';

const keepers = ['supervisor', 'admin'] as const;

/** The health page: what must be looked at, before somebody is harmed by it. */
export function plugin(services: HealthServices) {
  return { name: 'health', routes: [show(services), check()], jobs: [], subscriptions: [] };
}

function show(services: HealthServices): AnyRoute {
  return defineRoute({
    name: 'health',
    verb: 'GET',
    path: '/desk/health',
    access: keepers,
    area: 'desk',
    handle: async ({ ctx, view }) => {
      const { timeZone } = await readInstallation(ctx.db);
      const data = {
        findings: judge(await readHealth(ctx, services)),
        timeZone: timeZone || 'UTC',
        nav: deskNav(view, ctx.actor, 'health'),
      };
      return page(<HealthPage view={view} data={data} />);
    },
  });
}

function check(): AnyRoute {
  return defineRoute({
    name: 'health-chain',
    verb: 'POST',
    path: '/desk/health/chain',
    access: keepers,
    area: 'desk',
    act: 'audit.verify',
    handle: async ({ ctx, view }) => {
      await checkChain(ctx);
      return seeOther(`/${view.lang}/desk/health`);
    },
  });
}
