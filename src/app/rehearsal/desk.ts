// SPDX-License-Identifier: EUPL-1.2

import { totpAt } from '#platform/auth';
import { Secret } from '#platform/seal';
import { type Client, createFormClient } from './form-client.ts';
import type { Staff } from './prepare.ts';
import { cookieLine } from './report.ts';

/** Signs an invented person in with password and code. */
export async function signInAs(
  world: { url: string; staff: readonly Staff[] },
  alias: string,
): Promise<{ client: Client; cookie: string }> {
  const person = world.staff.find((one) => one.alias === alias);
  if (person === undefined) throw new Error(`nobody is called ${alias}`);
  const client = createFormClient(world.url);
  await client.get('/en/desk/sign-in');
  using secret = Secret.copyOf(person.totp);
  const code = totpAt(secret, new Date());
  const reply = await client.post('/en/desk/sign-in', { alias, password: person.password, code });
  if (reply.status !== 303) throw new Error(`${alias} could not sign in: ${reply.status}`);
  return { client, cookie: cookieLine(client) };
}
