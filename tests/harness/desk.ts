// SPDX-License-Identifier: EUPL-1.2
import { reading } from '../../src/rooms/cases/tables.ts';
import { codeOn, fill, newestReport, start } from '../../src/rooms/reports/tests/filling.ts';
import type { TestApp } from './app.ts';
import type { Client, Fields, Reply } from './client.ts';
import { until } from './family.ts';

export type Answers = Record<string, Fields>;

/** What somebody says who saw something at `where`. */
export const saw = (where: string, more: string): Answers => ({
  who: { who: 'teen' },
  what: { what: 'saw' },
  where: { where },
  more: { more },
  wishes: { wishes: ['remove'] },
  answer: { answer: 'code' },
});

/** What a child says whom somebody threatens. */
export const danger = (more: string, wishes: readonly string[]): Answers => ({
  who: { who: 'teen' },
  what: { what: 'unsafe' },
  asks: { asks: ['meet'] },
  where: { where: 'ShareApp' },
  safe: { safe: 'someone' },
  numbers: {},
  more: { more },
  wishes: { wishes },
});

export interface Sent {
  code: string;
  reportId: string;
  caseId: string;
  /** The page of the case at the desk. */
  path: string;
}

/** Sends the report that stands before its last page, and waits until the desk has its case. */
export async function send(app: TestApp, client: Client): Promise<Sent> {
  await client.submit('/en/report', { step: 'check', go: 'send' });
  const code = codeOn(client.last?.body ?? '');
  if (code === '') throw new Error(`no code came: ${client.last?.status} ${client.last?.text.slice(0, 300)}`);
  const reportId = await newestReport(app.ctx().db);
  let caseId: string | undefined;
  await until('the desk has a case', async () => {
    const rows = reading(app.ctx().db).selectFrom('cases.report').select('case_id');
    caseId = (await rows.where('report_id', '=', reportId).executeTakeFirst())?.case_id;
    return caseId !== undefined;
  });
  return { code, reportId, caseId: caseId ?? '', path: `/en/desk/case/${caseId}` };
}

/** Answers page after page as `client`, and sends. */
export async function report(app: TestApp, client: Client, answers: Answers): Promise<Sent> {
  // After two hours no limit of an earlier report is left.
  app.clock.move(120);
  await start(client);
  await fill(client, answers);
  return send(app, client);
}

/** Signs somebody in who takes the case and stands on its page. */
export async function take(app: TestApp, alias: string, { path }: Sent): Promise<Client> {
  const client = await app.signIn(alias);
  // The first view of the queue finds the addresses of what came.
  await client.get('/en/desk');
  await client.get(path);
  const reply = await client.submit(`${path}/take`, {});
  if (reply.status !== 200) throw new Error(`take: ${reply.status} ${reply.text.slice(0, 300)}`);
  return client;
}

/** What the reporter reads behind the code, in a browser of its own. */
export async function comeBack(app: TestApp, code: string, role = 'child'): Promise<Client> {
  const client = app.visitor(role);
  app.clock.move(1);
  await client.get('/en/code');
  const reply = await client.submit('/en/code', { code });
  if (reply.status !== 200) throw new Error(`the code opened nothing: ${reply.status}`);
  return client;
}

/** Somebody at a case. */
export type Place = readonly [client: Client, sent: Sent];

/** Fills the form of one task of a case. */
export async function task([client, sent]: Place, name: string, fields: Fields): Promise<Reply> {
  await client.get(`${sent.path}/${name}`);
  return client.submit(`${sent.path}/${name}`, fields);
}

/** Sends a letter to whoever reported. */
export function tell(client: Client, sent: Sent, words: string): Promise<Reply> {
  return task([client, sent], 'tell', { to: `${sent.reportId}:main`, words, go: 'send' });
}

/** Presses one of the buttons of a case's page. */
export async function press([client, sent]: Place, verb: string, fields: Fields = {}): Promise<Reply> {
  const page = await client.get(`${sent.path}?look=yes`);
  const action = new RegExp(`action="(${sent.path}/${verb}(?:/[0-9a-f-]+)?)"`).exec(page.body)?.[1];
  if (action === undefined) throw new Error(`no button ${verb} on the page`);
  return client.submit(action, fields);
}

/** Assesses a case in two pages, choosing its first address to be rated. */
export async function assess(client: Client, sent: Sent, fields: Fields): Promise<Reply> {
  const path = `${sent.path}/assess`;
  await client.get(path);
  const second = await client.submit(path, { ...fields, go: 'next' });
  const tag = /<input[^>]*name="item"[^>]*>/.exec(second.body)?.[0] ?? '';
  const item = /value="([^"]*)"/.exec(tag)?.[1] ?? '';
  const rating = { target: 'host', next: 'publish', minAge: '255', categories: 'scam', reasons: 'cheats' };
  const all = { ...rating, item, words: 'We compared it.', ...fields, go: 'decide' };
  const reply = await client.submit(path, all);
  if (reply.status !== 200) throw new Error(`assess: ${reply.status} ${reply.text.slice(0, 300)}`);
  return reply;
}

/** Approves the first act that waits for this person. */
export async function approve(client: Client): Promise<Reply> {
  const inbox = await client.get('/en/desk/second');
  const act = /href="(\/en\/desk\/second\/[0-9a-f-]{36})"/.exec(inbox.body)?.[1];
  if (act === undefined) throw new Error('nothing waits for a second person');
  await client.get(act);
  return client.submit(act, { decision: 'approve', words: '' });
}
