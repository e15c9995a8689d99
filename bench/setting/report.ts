// SPDX-License-Identifier: EUPL-1.2
import { type Client, createFormClient, type Fields } from '../../src/app/rehearsal/form-client.ts';

const WRITE = '/en/report/write';

/** The shortest honest report: seen something, one address, nothing more said. */
const answers: Record<string, Fields> = {
  who: { who: 'under-13' },
  what: { what: 'saw' },
  where: {},
  more: { more: '' },
  wishes: { wishes: ['know'] },
};

export interface Sent {
  /** Sixteen digits, as the page showed them. */
  code: string;
  cookie: string;
  client: Client;
}

/** Tells what happened as a child without script does, to the page of the code. Throws where it does not come. */
export async function sendReport(url: string, where = 'https://shop.example.org/offer'): Promise<Sent> {
  const client = createFormClient(url);
  await client.get('/en/report');
  await client.submit('/en/report', { go: 'start' });
  for (const [step, fields] of Object.entries(answers)) {
    await client.submit(WRITE, { step, go: 'next', ...fields, ...(step === 'where' ? { where } : {}) });
  }
  await client.submit(WRITE, { step: 'check', go: 'send' });
  const code = /data-code="([\d ]+)"/.exec(client.last?.body ?? '')?.[1]?.replaceAll(' ', '') ?? '';
  if (code.length !== 16)
    throw new Error(`no code was shown: ${client.last?.status} ${client.last?.text.slice(0, 200)}`);
  return { code, cookie: cookieLine(client), client };
}

/** Comes back with a code; answers whether the report is there. */
export async function findReport(url: string, code: string): Promise<Client | null> {
  const client = createFormClient(url);
  await client.get('/en/code');
  const reply = await client.submit('/en/code', { code });
  return reply.status === 200 && reply.body.includes('/progress/add') ? client : null;
}

export function cookieLine(client: Client): string {
  return [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}
