// SPDX-License-Identifier: EUPL-1.2
import { Client } from 'undici';

export interface Asked {
  path: string;
  cookie?: string;
}

const IN_FLIGHT = 20;

/** Asks one page again and again over one connection for `ms`; answers pages a second. Throws unless all are 200. */
export async function pagesPerSecond(origin: string, asked: Asked, ms: number): Promise<number> {
  const client = new Client(origin, { pipelining: IN_FLIGHT });
  const headers = {
    'accept-encoding': 'identity',
    ...(asked.cookie === undefined ? {} : { cookie: asked.cookie }),
  };
  let pages = 0;
  const end = performance.now() + ms;
  const one = async () => {
    while (performance.now() < end) {
      const answer = await client.request({ path: asked.path, method: 'GET', headers });
      if (answer.statusCode !== 200) throw new Error(`${asked.path} answered ${answer.statusCode}`);
      await answer.body.dump();
      pages++;
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: IN_FLIGHT }, one));
  const rate = (pages / (performance.now() - started)) * 1000;
  await client.close();
  return rate;
}
