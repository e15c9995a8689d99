// SPDX-License-Identifier: EUPL-1.2
// A test that proves a requirement names its id in its title: it('lets a child denounce an act of abuse [VI-18]').
// The clients that tests use (HTTP or browser) call `record` for each answer they get; the reporter then knows what the test did.
import { beforeEach, type TestContext } from 'vitest';

/** One request as the server saw it. `role` is who asked ("public" without a session); `route` is the path without the query. */
export interface RequestMade {
  readonly role: string;
  readonly verb: string;
  readonly route: string;
  readonly status: number;
}

declare module 'vitest' {
  interface TaskMeta {
    requests?: RequestMade[];
  }
}

let current: TestContext['task'] | undefined;

beforeEach(({ task }) => {
  current = task;
});

/** Notes a request under the test that runs now; outside a test (in a beforeAll) it is nobody's proof and is dropped. */
export function record({ role, verb, route, status }: RequestMade): void {
  if (!current) return;
  const path = route.split('?', 1)[0] ?? route;
  const requests = current.meta.requests ?? [];
  requests.push({ role, verb: verb.toUpperCase(), route: path, status });
  current.meta.requests = requests;
}
