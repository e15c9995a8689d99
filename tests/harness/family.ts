// SPDX-License-Identifier: EUPL-1.2
import { answerText, ROOT_NAME, TYPE, textToName, writeQuery } from '@rowan/dns-wire';
import type { TestApp } from './app.ts';
import type { Client } from './client.ts';

export interface Family {
  parent: Client;
  /** The child's page of the parent, `/en/home/child/<id>`. */
  childPath: string;
  /** The child's DoH path, `/d/<token>/dns-query`. */
  doh: string;
  /** The child's own page as the parent hands it over, or null where the page shows none. */
  rulesPath: string | null;
}

/** A parent makes a household with one child of 9 to 12, and gets an address for the child's device. */
export async function makeFamily(app: TestApp): Promise<Family> {
  const parent = app.visitor('parent');
  await parent.get('/en/home');
  await parent.submit('/en/home/start', {});
  await parent.get('/en/home/child');
  const level = await parent.submit('/en/home/child', { name: 'Mia', age: '9-12', lang: 'en' });
  const childPath = /action="(\/en\/home\/child\/[0-9a-f-]+)\/level"/.exec(level.body)?.[1] ?? '';
  const child = await parent.submit(`${childPath}/level`, { keep: 'yes' });
  await parent.get(`${childPath}/device`);
  const device = await parent.submit(`${childPath}/device`, { kind: 'android' });
  const doh = /\/d\/[a-z2-7]{16}\/dns-query/.exec(device.body)?.[0] ?? '';
  if (doh === '') throw new Error(`no address came: ${device.status} ${device.text.slice(0, 300)}`);
  const rulesPath = /\/k\/[A-Za-z0-9_-]{20,}/.exec(`${child.body}${device.body}`)?.[0] ?? null;
  return { parent, childPath, doh, rulesPath };
}

/** Asks the guard over DoH as the child's device does; answers the message in text. */
export async function askDoh(app: TestApp, doh: string, host: string): Promise<string> {
  const packet = writeQuery({ id: 4711, name: textToName(host) ?? ROOT_NAME, qtype: TYPE.a });
  const response = await fetch(new URL(doh, app.url), {
    method: 'POST',
    headers: { 'content-type': 'application/dns-message' },
    body: Buffer.from(packet),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return response.status === 200 ? (answerText(bytes) ?? 'unreadable') : `status ${response.status}`;
}

/** Looks again and again until it is so; says how long that took in ms, or throws. */
export async function until(what: string, look: () => Promise<boolean>, patience = 10_000): Promise<number> {
  const started = performance.now();
  while (performance.now() - started < patience) {
    if (await look()) return performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${what}: not after ${patience} ms`);
}
