// SPDX-License-Identifier: EUPL-1.2
import { type AnyRoute, defineRoute, page } from '#platform/http';
import { testLink } from '../follow/test-name.ts';
import { TestPage, TestResultPage } from '../pages/test-pages.tsx';
import type { RouteServices } from '../services.ts';

const ON = '/test/on';

/** F8: is the protection on in this browser? */
export function testRoutes({ testName }: RouteServices): AnyRoute[] {
  return [showTest(testName), showResult(testName)];
}

function showTest(testName: string): AnyRoute {
  return defineRoute({
    name: 'guard-test',
    verb: 'GET',
    path: '/test',
    access: 'public',
    handle: ({ view, origin }) => {
      const link = testLink(origin, testName, `/${view.lang}${ON}`);
      return page(<TestPage view={view} link={link} />);
    },
  });
}

function showResult(testName: string): AnyRoute {
  return defineRoute({
    name: 'guard-test-result',
    verb: 'GET',
    path: ON,
    access: 'public',
    seesClient: true,
    handle: ({ view, client }) =>
      page(<TestResultPage view={view} isOn={client?.host.toLowerCase() === testName} />),
  });
}
