// SPDX-License-Identifier: EUPL-1.2
import { startTestApp, type TestApp } from '../../../../tests/harness/app.ts';
import type { Client, Fields } from '../../../../tests/harness/client.ts';
import { createPerson } from '../../../platform/auth/index.ts';
import { comeIn, join } from '../../../platform/auth/testing/staff.ts';
import { findByAlias } from '../../../platform/records/index.ts';
import { formIn } from '../../../platform/records/tests/staff.ts';
import { contentJob } from '../jobs/bring-content.ts';

/** The whole application with the starting content of this room, and who works with it. */
export interface Fair {
  app: TestApp;
  /** Campaigner. */
  maple: Client;
  /** Librarian. */
  juniper: Client;
  /** Secretariat. */
  willow: Client;
  /** Operator: no business here. */
  alder: Client;
  reader: Client;
  /** The campaign of the starting content; its kit is a draft until somebody published it. */
  campaign: number;
  kitText: number;
}

export async function startFair(): Promise<Fair> {
  const app = await startTestApp();
  await contentJob.run(app.ctx(), {});
  const names = { maple: 'Maple', juniper: 'Juniper', willow: 'Willow', alder: 'Alder' };
  const people: Record<string, Client> = {};
  for (const [name, alias] of Object.entries(names)) people[name] = await app.signIn(alias);
  const idOf = async (alias: string) => (await findByAlias(app.ctx().db, 'fact', alias)) ?? 0;
  return {
    ...(people as Pick<Fair, 'maple' | 'juniper' | 'willow' | 'alder'>),
    app,
    reader: app.visitor(),
    campaign: await idOf('CAMPAIGNS-TOGETHER'),
    kitText: await idOf('CAMPAIGNS-KIT-TOGETHER'),
  };
}

/** Somebody of a member organisation, signed in. */
export async function signInMember(app: TestApp, alias: string): Promise<Client> {
  const invitation = await createPerson(app.ctx(), { alias, roles: ['member'] });
  const notes = await join(app, `/en/desk/invite/${invitation.token}`, 'quiet otters paint tall windows');
  return (await comeIn(app, notes)).client;
}

/** Begins a record through its form; answers its number. */
export async function begin(client: Client, kind: string, fields: Fields): Promise<number> {
  const path = `/en/desk/records/${kind}/new`;
  await client.get(path);
  const reply = await client.post(path, { tongue: 'en', go: 'save', ...fields });
  const id = /\/desk\/record\/(\d+)/.exec(reply.location ?? '')?.[1];
  if (id === undefined) throw new Error(`not begun: ${reply.status} ${reply.text.slice(0, 900)}`);
  return Number(id);
}

/** Presses a button of a record's work page. */
export async function press(client: Client, id: number, verb: string): Promise<void> {
  const work = `/en/desk/record/${id}`;
  const page = await client.get(work);
  const path = `${work}/${verb}`;
  if (!page.body.includes(`action="${path}"`)) throw new Error(`no ${verb}: ${page.text.slice(0, 1200)}`);
  const reply = await client.submit(path, formIn(page.body, path));
  if (reply.status >= 400) throw new Error(`${verb}: ${reply.status} ${reply.text.slice(0, 900)}`);
}

/** One asks for the review, another publishes. */
export async function publishBy(maker: Client, other: Client, id: number): Promise<void> {
  await press(maker, id, 'submit');
  await press(other, id, 'publish');
}

/** The bytes of a file as this browser gets them; a client reads all as text. Throws unless it is there. */
export async function bytesOf(app: TestApp, client: Client, path: string): Promise<Buffer> {
  const { status } = await client.get(path);
  if (status !== 200) throw new Error(`${path}: ${status}`);
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const reply = await fetch(new URL(path, app.url), { headers: { cookie } });
  return Buffer.from(await reply.arrayBuffer());
}
