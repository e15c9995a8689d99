// SPDX-License-Identifier: EUPL-1.2
import { answerText, ROOT_NAME, TYPE, textToName, writeQuery } from '@rowan/dns-wire';
import type { Client } from './form-client.ts';
import { somebody } from './report.ts';

export interface Family {
  doh: string;
  /** The browser that claimed the child's page "My rules". */
  mine: Client;
}

/** Makes a household with one child of 9 to 12, an address for the child's device, and the child's own page. */
export async function makeFamily(url: string): Promise<Family> {
  const parent = somebody(url);
  await parent.get('/en/home');
  await parent.submit('/en/home/start', {});
  await parent.get('/en/home/child');
  const level = await parent.submit('/en/home/child', { name: 'Mia', age: '9-12', lang: 'en' });
  const child = /action="(\/en\/home\/child\/[0-9a-f-]+)\/level"/.exec(level.body)?.[1] ?? '';
  await parent.submit(`${child}/level`, { keep: 'yes' });
  await parent.get(`${child}/device`);
  const device = await parent.submit(`${child}/device`, { kind: 'android' });
  const doh = /\/d\/[a-z2-7]{16}\/dns-query/.exec(device.body)?.[0] ?? '';
  if (doh === '') throw new Error(`no address came: ${device.status}`);
  await parent.get(`${child}/show`);
  const shown = await parent.submit(`${child}/show`, {});
  const page = /\/k\/[A-Za-z0-9_-]{20,}/.exec(shown.body)?.[0] ?? '';
  const mine = somebody(url);
  await mine.get(page);
  await mine.submit(page, {});
  return { doh, mine };
}

/** The DoH path of the device of a new family's child. */
export async function makeChild(url: string): Promise<string> {
  return (await makeFamily(url)).doh;
}

/** Asks over DoH as the child's device does; answers the message in text. */
export async function askDoh(url: string, doh: string, host: string): Promise<string> {
  const packet = writeQuery({ id: 4711, name: textToName(host) ?? ROOT_NAME, qtype: TYPE.a });
  const response = await fetch(new URL(doh, url), {
    method: 'POST',
    headers: { 'content-type': 'application/dns-message' },
    body: Buffer.from(packet),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return response.status === 200 ? (answerText(bytes) ?? 'unreadable') : `status ${response.status}`;
}
