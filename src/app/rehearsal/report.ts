// SPDX-License-Identifier: EUPL-1.2
import { type Client, createFormClient, type Fields } from './form-client.ts';

const REPORT = '/en/report';

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
  const client = somebody(url);
  await client.get(REPORT);
  await client.submit(REPORT, { go: 'start' });
  for (const [step, fields] of Object.entries(answers)) {
    await client.submit(REPORT, { step, go: 'next', ...fields, ...(step === 'where' ? { where } : {}) });
  }
  await client.submit(REPORT, { step: 'check', go: 'send' });
  const code = /data-code="([\d ]+)"/.exec(client.last?.body ?? '')?.[1]?.replaceAll(' ', '') ?? '';
  if (code.length !== 16)
    throw new Error(`no code was shown: ${client.last?.status} ${client.last?.text.slice(0, 200)}`);
  return { code, cookie: cookieLine(client), client };
}

/** Comes back with a code; answers whether the report is there. */
export async function findReport(url: string, code: string): Promise<Client | null> {
  const client = somebody(url);
  await client.get('/en/code');
  const reply = await client.submit('/en/code', { code });
  return reply.status === 200 && reply.body.includes('/progress/add') ? client : null;
}

let people = 0;

/**
 * A browser behind an address of its own: one address that reports by the hundred would be slowed, as it should. The
 * server is started to trust this machine as its proxy (TRUSTING).
 */
export function somebody(url: string): Client {
  people++;
  const address = `2001:db8:${(people >> 16).toString(16)}:${(people & 0xffff).toString(16)}::1`;
  return createFormClient(url, () => {}, { 'x-forwarded-for': address });
}

export const TRUSTING = { ROWAN_TRUST_PROXY: '127.0.0.1' };

export function cookieLine(client: Client): string {
  return [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}
