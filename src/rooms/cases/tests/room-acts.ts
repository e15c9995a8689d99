// SPDX-License-Identifier: EUPL-1.2
import type { Client, Fields, Reply } from '../../../../tests/harness/client.ts';

/** A swindling shop: small, and rated by one person. */
export const shop = { harm: 'HA-072', legal: 'other-crime', severity: '2' };
/** Grave: the police first, and two people. */
export const abuse = { harm: 'HA-011', legal: 'abuse-material', severity: '4' };
/** Somebody is not sure, so another reads it. */
export const unsure = { harm: 'HA-04', legal: 'unsure', severity: '3' };

const rating = { target: 'host', next: 'publish', minAge: '255', categories: 'scam', reasons: 'cheats' };

/** Assesses a case in two pages, choosing its first address. */
export async function assess(client: Client, caseId: string, fields: Fields): Promise<Reply> {
  const path = `/en/desk/case/${caseId}/assess`;
  await client.get(path);
  const second = await client.submit(path, { ...fields, go: 'next' });
  const item = /<input[^>]*name="item"[^>]*>/.exec(second.body)?.[0] ?? '';
  const chosen = /value="([^"]*)"/.exec(item)?.[1] ?? '';
  return client.submit(path, {
    ...rating,
    item: chosen,
    words: 'I compared it with others.',
    ...fields,
    go: 'decide',
  });
}

/** The first act in the inbox of a second person, opened; null where nothing waits. */
export async function firstAct(client: Client): Promise<string | null> {
  const inbox = await client.get('/en/desk/second');
  return /href="\/en(\/desk\/second\/[0-9a-f-]{36})"/.exec(inbox.body)?.[1] ?? null;
}

/** Decides the first act that waits for this person. */
export async function decide(
  client: Client,
  decision: 'approve' | 'return' | 'withdraw',
  words = '',
): Promise<Reply> {
  const path = await firstAct(client);
  if (path === null) throw new Error('nothing waits for a second person');
  await client.get(`/en${path}`);
  return client.submit(`/en${path}`, { decision, words });
}

/** Whose browser, at which case. */
type Place = readonly [Client, caseId: string];

/** Posts one of the forms of a case's page: `press([client, id], 'release')` finds its address on the page. */
export async function press([client, caseId]: Place, verb: string, fields: Fields = {}): Promise<Reply> {
  const page = await client.get(`/en/desk/case/${caseId}?look=yes`);
  const form = new RegExp(`action="(/en/desk/case/${caseId}/${verb}(?:/[0-9a-f-]+)?)"`);
  const action = form.exec(page.body)?.[1];
  if (action === undefined) throw new Error(`no button ${verb} on the page`);
  return client.submit(action, fields);
}

/** Fills the form of one task of a case. */
export async function task([client, caseId]: Place, name: string, fields: Fields): Promise<Reply> {
  const path = `/en/desk/case/${caseId}/${name}`;
  await client.get(path);
  return client.submit(path, fields);
}
