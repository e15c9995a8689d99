// SPDX-License-Identifier: EUPL-1.2
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { databaseErrorFields, isUnavailable } from '#platform/db';
import { isLang, LANGS, type Lang, negotiate, translator } from '#platform/i18n';
import { SealError } from '#platform/seal';
import { renderPage, type View } from '#platform/ui';
import { acceptedEncoding, pathOf, requestFacts } from './facts.ts';
import { splitFields } from './form.ts';
import { handleRoute } from './handle.ts';
import { securityHeaders } from './headers.ts';
import { createPageMemory, type PageMemory } from './page-memory.ts';
import { problemPage } from './problem-page.tsx';
import { ProblemError, problemStatus } from './problems.ts';
import type { Access, AnyRoute } from './route.ts';
import { send, sendKept } from './send.ts';
import type { ServerOptions } from './server-options.ts';

/** A server with every route registered; the caller listens and closes. Throws when a route lacks a rule. */
export function createServer(options: ServerOptions): FastifyInstance {
  const app = bareServer(options);
  readBodies(app);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headersFor(options, request, routeOf(request)));
  });
  const memory = createPageMemory(options);
  for (const route of options.routes) register(app, route, { ...options, memory });
  options.assets.register(app);
  app.setNotFoundHandler((request, reply) => {
    const known = verbExists(options.routes, request);
    return sendProblem(options, new ProblemError(known ? 'verb-refused' : 'not-found', 'http.not-found'), {
      request,
      reply,
    });
  });
  app.setErrorHandler((error, request, reply) => sendProblem(options, error, { request, reply }));
  return app;
}

function routeOf(request: FastifyRequest): AnyRoute | undefined {
  return (request.routeOptions?.config as { rowan?: AnyRoute } | undefined)?.rowan;
}

function bareServer(options: ServerOptions): FastifyInstance {
  const settings = {
    logger: false,
    bodyLimit: 256 * 1024,
    requestTimeout: 15_000,
    trustProxy: options.trustProxy.length > 0 ? [...options.trustProxy] : false,
    exposeHeadRoutes: true,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      void sendProblem(options, error, { request, reply });
    },
    clientErrorHandler: refuseMalformed,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 256 },
  };
  if (options.https === undefined) return Fastify(settings);
  // DoH clients speak HTTP/2; old browsers do not. Both servers answer alike, so one type stands for both.
  const both = { ...settings, http2: true, https: { ...options.https, allowHTTP1: true } };
  return Fastify(both as unknown as typeof settings);
}

function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (request, body, done) => {
      try {
        done(null, splitFields(String(body), routeOf(request)?.fieldLimit));
      } catch (error) {
        done(error as Error);
      }
    },
  );
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, JSON.parse(String(body)));
    } catch {
      done(new ProblemError('bad-request', 'http.bad-json'));
    }
  });
  app.addContentTypeParser('application/dns-message', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  // A file is read by the few routes that say so, after they know who sends it (H5).
  app.addContentTypeParser('multipart/form-data', (request, stream, done) => {
    if (routeOf(request)?.files === undefined) done(new ProblemError('files-refused', 'http.files-refused'));
    else done(null, { stream, contentType: request.headers['content-type'] ?? '' });
  });
  // Everything unknown is refused before it is read.
  app.addContentTypeParser('*', (_request, _payload, done) =>
    done(new ProblemError('files-refused', 'http.files-refused')),
  );
}

function register(app: FastifyInstance, route: AnyRoute, options: Serving): void {
  if (route.access === undefined || (Array.isArray(route.access) && route.access.length === 0)) {
    throw new TypeError(`route ${route.name} has no access rule`);
  }
  const path = route.localized
    ? `/:lang(^(?:${LANGS.join('|')})$)${route.path === '/' ? '' : route.path}`
    : route.path;
  app.route({
    method: route.verb,
    url: path,
    config: { rowan: route },
    bodyLimit: route.bodyLimit ?? 256 * 1024,
    handler: async (request, reply) => {
      const started = performance.now();
      const status = await answerOne(route, { request, reply }, options);
      if (route.silent === true) return reply;
      const ms = Math.round(performance.now() - started);
      options.log.info('request', { route: route.name, verb: route.verb, status, ms });
      return reply;
    },
  });
  if (route.localized && route.verb === 'GET') redirectBare(app, route);
}

interface Serving extends ServerOptions {
  memory: PageMemory;
}

/** Answers from memory or from the route's handler; returns the status. */
async function answerOne(route: AnyRoute, { request, reply }: Exchange, options: Serving): Promise<number> {
  const { memory } = options;
  const name = memory.nameOf(route, request);
  const kept = name === null ? undefined : memory.find(name);
  if (kept !== undefined) {
    sendKept(kept, { reply, acceptEncoding: acceptedEncoding(request) });
    return 200;
  }
  const facts = requestFacts(request, options);
  const answer = await handleRoute(route, facts, options);
  const target = { reply, view: { ...facts.view, area: route.area }, acceptEncoding: facts.acceptEncoding };
  await send(answer, target, name === null ? null : (page) => memory.keep(name, page));
  return answer.status;
}

// `/report` answers 303 to the caller's language; a share link should not carry the sharer's.
function redirectBare(app: FastifyInstance, route: AnyRoute): void {
  app.get(route.path, { config: { rowan: { ...route, cache: 'private' } } }, (request, reply) => {
    const lang = negotiate(request.headers['accept-language'] ?? '');
    const query = request.url.indexOf('?');
    const rest = `${pathOf(request.url) === '/' ? '/' : pathOf(request.url)}${query < 0 ? '' : request.url.slice(query)}`;
    reply.code(303).header('vary', 'accept-language').header('location', `/${lang}${rest}`).send();
  });
}

function headersFor(options: ServerOptions, request: FastifyRequest, route: AnyRoute | undefined) {
  const site = options.site('en');
  return securityHeaders(route?.cache ?? 'private', {
    tls: request.protocol === 'https',
    desk: route?.area === 'desk',
    hidden: site.kind !== 'real' || !site.complete,
    connect: route?.connect === true,
  });
}

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
}

async function sendProblem(
  options: ServerOptions,
  error: unknown,
  exchange: Exchange,
): Promise<FastifyReply> {
  const problem = asProblem(error);
  const { request, reply } = exchange;
  const route = routeOf(request);
  if (problem.kind === 'defect') {
    options.log.error('defect', {
      route: route?.name ?? 'none',
      verb: request.method,
      ...databaseErrorFields(error),
    });
    if (options.development) process.stderr.write(`${(error as Error)?.stack ?? error}\n`);
  }
  reply.headers(headersFor(options, request, route));
  const elsewhere = wayOn(problem, route);
  if (elsewhere !== null)
    return reply
      .code(303)
      .header('location', `/${langOf(request)}${elsewhere}`)
      .send();
  const status = problemStatus[problem.kind];
  if (status === 503 || status === 429) reply.header('retry-after', '20');
  if (route?.cache === 'api') return reply.code(status).send({ error: problem.code });
  const view = viewFor(options, request);
  const html = renderPage(view, problemPage(view, problem));
  return reply.code(status).type('text/html; charset=utf-8').send(html);
}

/** Where the answer leads instead of a page: to sign in, or to show again who one is. A script gets a code. */
function wayOn(problem: ProblemError, route: AnyRoute | undefined): string | null {
  if (route === undefined || route.cache === 'api') return null;
  if (problem.kind === 'confirm-first')
    return `/desk/confirm?next=${encodeURIComponent(problem.back ?? '/desk')}`;
  return problem.kind === 'signed-out' ? wayBack(route.access) : null;
}

/** Where somebody goes whose session is over. */
function wayBack(access: Access): string {
  if (typeof access !== 'string' || access === 'staff') return '/desk/sign-in';
  if (access === 'draft') return '/report';
  if (access === 'receipt') return '/code';
  return access === 'child' ? '/my-rules/closed' : '/home/sign-in';
}

function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof SealError && error.kind !== 'defect') return new ProblemError(error.kind, error.code);
  const code = (error as { code?: string })?.code ?? '';
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new ProblemError('too-large', 'http.too-large');
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new ProblemError('files-refused', 'http.files-refused');
  if (code.startsWith('FST_ERR_BAD_URL') || code === 'FST_ERR_CTP_EMPTY_TYPE') {
    return new ProblemError('bad-request', 'http.bad-request');
  }
  if (isUnavailable(error)) return new ProblemError('unavailable', 'http.unavailable');
  return new ProblemError('defect', 'http.defect');
}

function langOf(request: FastifyRequest): Lang {
  const first = request.url.split('/')[1]?.split('?')[0] ?? '';
  return isLang(first) ? first : negotiate(request.headers['accept-language'] ?? '');
}

function viewFor(options: ServerOptions, request: FastifyRequest): View {
  const lang = langOf(request);
  return {
    t: translator(lang),
    lang,
    dir: lang === 'ar' ? 'rtl' : 'ltr',
    site: options.site(lang),
    path: '/',
    csrf: null,
    area: 'public',
    assets: options.assets.names,
  };
}

function verbExists(routes: readonly AnyRoute[], request: FastifyRequest): boolean {
  const [, first = '', ...rest] = pathOf(request.url).split('/');
  const path = isLang(first) ? `/${rest.join('/')}` : pathOf(request.url);
  return routes.some((route) => route.path === path);
}

function refuseMalformed(error: NodeJS.ErrnoException, socket: import('node:net').Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const headers = securityHeaders('private', { tls: false, desk: false, hidden: false });
  const lines = Object.entries({ ...headers, 'content-length': '0', connection: 'close' });
  socket.end(
    `HTTP/1.1 400 Bad Request\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n`,
  );
}

export type RawServer = Server<typeof IncomingMessage, typeof ServerResponse>;
