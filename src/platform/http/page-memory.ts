// SPDX-License-Identifier: EUPL-1.2
import type { FastifyRequest } from 'fastify';
import type { AnyRoute } from './route.ts';

/** A page as it left last, and its compressed forms once somebody took them. */
export interface KeptPage {
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  packed: { br?: Buffer; gzip?: Buffer };
}

/** Keeps pages that are the same for everybody. A page is drawn once a minute and edition, whoever asks for it. */
export interface PageMemory {
  /** Under which name this answer may be kept, or null for one that is drawn for the caller alone. */
  nameOf(route: AnyRoute, request: FastifyRequest): string | null;
  find(name: string): KeptPage | undefined;
  keep(name: string, page: KeptPage): void;
}

// All pages of an installation in all languages are fewer; ways to write one address are not.
const MOST = 1000;
const LONGEST_ADDRESS = 200;
const MINUTE = 60_000;

interface Shared {
  now: () => Date;
  /** Names the state of the installation that every page shows; null while that is unknown. */
  edition?: () => string | null;
}

/** A memory for one server. Without an edition nothing is kept. */
export function createPageMemory({ now, edition = () => null }: Shared): PageMemory {
  const pages = new Map<string, KeptPage>();
  let state = '';
  return {
    nameOf(route, request) {
      // A cookie may be a session's: what its holder sees is never kept, not even what happens to be the same.
      if (route.same === undefined || request.headers.cookie !== undefined) return null;
      if (request.url.includes('?') || request.url.length > LONGEST_ADDRESS) return null;
      const also = route.same === true ? '' : route.same();
      const site = edition();
      if (also === null || site === null) return null;
      const fresh = `${site} ${Math.floor(now().getTime() / MINUTE)}`;
      if (fresh !== state) pages.clear();
      state = fresh;
      return `${state} ${also} ${request.url}`;
    },
    find: (name) => pages.get(name),
    keep(name, page) {
      if (name.startsWith(`${state} `) && pages.size < MOST) pages.set(name, page);
    },
  };
}
