// SPDX-License-Identifier: EUPL-1.2
import { type Client, createFormClient } from '../../src/app/rehearsal/form-client.ts';
import { record } from './requirements.ts';

export { type Client, type Fields, hiddenField, type Reply } from '../../src/app/rehearsal/form-client.ts';

/** A browser without script that writes down for the requirements what it did as `role`. */
export function createClient(base: string, role: string): Client {
  return createFormClient(base, (verb, route, status) => record({ role, verb, route, status }));
}
