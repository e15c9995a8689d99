// SPDX-License-Identifier: EUPL-1.2
import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { Agent, request } from 'undici';
import { mayConnect, readNetworks } from './addresses.ts';

export interface FetchOrder {
  url: string;
  method?: 'GET' | 'HEAD' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  /** Most bytes of the answer, decompressed; 1 MiB unless said. */
  limit?: number;
}

export interface Fetched {
  status: number;
  body: Buffer;
}

/** Why nothing was fetched: a code, never the address. */
export class FetchRefusal extends Error {
  readonly code: 'address' | 'scheme' | 'port' | 'redirects' | 'too-large' | 'failed';
  constructor(code: FetchRefusal['code']) {
    super(`fetch: ${code}`);
    this.code = code;
  }
}

export type Fetcher = (order: FetchOrder) => Promise<Fetched>;

export interface FetcherOptions {
  /** Networks that must not be reached, besides everything that is not ordinary unicast. */
  denied: readonly string[];
  /** Hosts of this installation itself. */
  ownHosts: readonly string[];
  /** Tests bring their own; the checked address is the one connected to, there is no second look-up. */
  lookup?: typeof systemLookup;
}

const REDIRECTS = 3;
const LIMIT = 1024 * 1024;
const CONNECT_MS = 5000;
const TOTAL_MS = 15_000;

/** The only way out to the web (security.md 4.5): https, checked addresses, no cookies, no referrer, small answers. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const denied = readNetworks(options.denied);
  const find = options.lookup ?? systemLookup;
  const agent = new Agent({
    connect: {
      timeout: CONNECT_MS,
      lookup: (host, how, done) => {
        find(host, { ...how, all: true }, (error, found) => {
          if (error) return done(error, []);
          const all = found as LookupAddress[];
          if (all.length === 0 || all.some(({ address }) => !mayConnect(address, denied))) {
            return done(new FetchRefusal('address'), []);
          }
          done(null, all);
        });
      },
    },
  });
  return async (order) => {
    let url = checkedUrl(order.url, options.ownHosts, denied);
    for (let hops = 0; hops <= REDIRECTS; hops++) {
      const answer = await once(agent, url, order);
      if (!('location' in answer)) return answer;
      url = checkedUrl(new URL(answer.location, url).href, options.ownHosts, denied);
    }
    throw new FetchRefusal('redirects');
  };
}

function checkedUrl(text: string, ownHosts: readonly string[], denied: ReturnType<typeof readNetworks>): URL {
  if (!URL.canParse(text)) throw new FetchRefusal('address');
  const url = new URL(text);
  if (url.protocol !== 'https:') throw new FetchRefusal('scheme');
  if (url.port !== '' && url.port !== '443') throw new FetchRefusal('port');
  if (url.username !== '' || ownHosts.includes(url.hostname)) throw new FetchRefusal('address');
  // A literal address never meets the look-up, so it is checked here.
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (/^[\d.]+$|:/.test(literal) && !mayConnect(literal, denied)) throw new FetchRefusal('address');
  return url;
}

async function once(agent: Agent, url: URL, order: FetchOrder): Promise<Fetched | { location: string }> {
  try {
    const answer = await request(url, {
      dispatcher: agent,
      method: order.method ?? 'GET',
      headers: { 'user-agent': 'Rowan', accept: '*/*', ...order.headers },
      body: order.body ?? null,
      signal: AbortSignal.timeout(TOTAL_MS),
    });
    const { location } = answer.headers;
    if (answer.statusCode >= 300 && answer.statusCode < 400 && typeof location === 'string') {
      await answer.body.dump();
      return { location };
    }
    return { status: answer.statusCode, body: await readAll(answer.body, order.limit ?? LIMIT) };
  } catch (error) {
    throw refusalOf(error);
  }
}

async function readAll(body: AsyncIterable<Buffer>, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > limit) throw new FetchRefusal('too-large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function refusalOf(error: unknown): FetchRefusal {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (at instanceof FetchRefusal) return at;
  return new FetchRefusal('failed');
}
