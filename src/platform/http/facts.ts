// SPDX-License-Identifier: EUPL-1.2
import type { FastifyRequest } from 'fastify';
import { isLang, type Lang, negotiate, translator } from '#platform/i18n';
import type { View } from '#platform/ui';
import { readCookies } from './cookies.ts';
import type { ServerOptions } from './server-options.ts';

/** What a request is, read once from the wire; nothing behind this line sees the raw request. */
export interface RequestFacts {
  lang: Lang;
  view: View;
  params: unknown;
  query: unknown;
  body: unknown;
  cookies: ReadonlyMap<string, string>;
  bearer: string | null;
  fetchSite: string | null;
  origin: string | null;
  address: string;
  /** The host name the caller used, as they wrote it, without a port; '' for none. */
  host: string;
  acceptEncoding: string;
  ifNoneMatch: string | null;
  isForm: boolean;
}

export function requestFacts(request: FastifyRequest, options: ServerOptions): RequestFacts {
  const params = request.params as Record<string, string>;
  const path = pathOf(request.url);
  const lang = isLang(params.lang ?? '')
    ? (params.lang as Lang)
    : negotiate(request.headers['accept-language'] ?? '');
  const authorization = request.headers.authorization ?? '';
  return {
    lang,
    view: {
      t: translator(lang),
      lang,
      dir: lang === 'ar' ? 'rtl' : 'ltr',
      site: options.site(lang),
      path: params.lang === undefined ? path : path.slice(params.lang.length + 1) || '/',
      csrf: null,
      area: 'public',
      assets: options.assets.names,
    },
    params,
    query: request.query,
    body: request.body ?? null,
    cookies: readCookies(request.headers.cookie),
    bearer: authorization.startsWith('Bearer ') ? authorization.slice(7) : null,
    fetchSite: one(request.headers['sec-fetch-site']),
    origin: one(request.headers.origin),
    address: request.ip,
    host: request.hostname ?? '',
    acceptEncoding: acceptedEncoding(request),
    ifNoneMatch: one(request.headers['if-none-match']),
    isForm: (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded'),
  };
}

export function acceptedEncoding(request: FastifyRequest): string {
  return one(request.headers['accept-encoding']) ?? '';
}

export function pathOf(url: string): string {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}

function one(value: string | string[] | undefined): string | null {
  return Array.isArray(value) ? (value[0] ?? null) : (value ?? null);
}
