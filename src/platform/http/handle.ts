// SPDX-License-Identifier: EUPL-1.2
import type { Actor, Ctx, Role } from '#platform/ctx';
import { checkCsrfToken, type Keys, makeCsrfToken } from '#platform/seal';
import type { Answer } from './answer.ts';
import type { RequestFacts } from './facts.ts';
import { type FormResult, readForm, refuseFiles, type Typed } from './form.ts';
import { keepingTyped } from './fresh.ts';
import { checkOrigin } from './origin-check.ts';
import { ProblemError } from './problems.ts';
import type { AnyRoute, Call, Session } from './route.ts';
import type { ServerOptions } from './server-options.ts';
import { isUnread, readUpload, type SentFile, type Upload } from './upload.ts';

/** One request through one route: origin, session, access, input, keys, handler. Throws ProblemError. */
export async function handleRoute(
  route: AnyRoute,
  facts: RequestFacts,
  options: ServerOptions,
): Promise<Answer> {
  const now = options.now();
  if (route.verb !== 'GET' && route.access !== 'machine') {
    checkOrigin(facts, new Set(options.origins()));
  }
  const found = await options.identity.find(facts.cookies, route.access, now);
  const caller = allow(route, holdsToken(route, facts, found) ? found : null);
  const { form, files } = await readBody(route, facts, caller.session);
  const call: Omit<Call, 'ctx'> = {
    lang: facts.lang,
    view: {
      ...facts.view,
      area: route.area,
      csrf: caller.session === null ? null : makeCsrfToken(caller.session.csrf),
    },
    params: parsePart(route.params, facts.params),
    query: parsePart(route.query, facts.query, 'bad-request'),
    form,
    files,
    json: route.json === undefined ? null : parsePart(route.json, facts.body, 'bad-request'),
    session: caller.session,
    origin: options.origins()[0] ?? '',
    fetchSite: facts.fetchSite,
    ifNoneMatch: facts.ifNoneMatch,
    bearer: facts.bearer,
    limiter: options.limiter.of(facts.address),
    client: route.seesClient === true ? { address: facts.address, host: facts.host } : null,
  };
  const ctx = (keys: Keys | null) => contextOf({ actor: caller.actor, now, keys }, facts, options);
  const { identity } = options;
  const { session } = caller;
  return keepingTyped(identity, { route, facts, session, now }, async () => {
    if (route.keys !== true) return route.handle({ ...call, ctx: ctx(null) });
    if (session === null) throw new ProblemError('signed-out', 'http.signed-out');
    return identity.withKeys(session, now, async (keys) => route.handle({ ...call, ctx: ctx(keys) }));
  });
}

function contextOf(
  who: Pick<Ctx, 'actor' | 'now' | 'keys'>,
  facts: RequestFacts,
  { db, log }: ServerOptions,
): Ctx {
  const audit = () => {
    throw new TypeError('an audit entry is written inside atomically()');
  };
  return { ...who, db, log, t: facts.view.t, audit };
}

interface Caller {
  actor: Actor;
  session: Session | null;
}

function allow(route: AnyRoute, found: Caller | null): Caller {
  if (route.access === 'public' || route.access === 'machine' || (route.optional && found === null))
    return found ?? { actor: { kind: 'public' }, session: null };
  if (found === null) throw new ProblemError('signed-out', 'http.signed-out');
  if (typeof route.access === 'string') return found;
  const roles: readonly Role[] = route.access;
  if (found.actor.kind === 'person' && found.actor.roles.some((role) => roles.includes(role))) return found;
  // What a person may not see does not exist for them; an act they may not do is refused in words.
  throw route.verb === 'GET'
    ? new ProblemError('not-found', 'http.not-found')
    : new ProblemError('not-allowed', 'http.not-allowed');
}

// Where a session is optional, a form that was drawn before it began comes from the public, and is no attack: the
// origin was checked. A press on Start in a second tab, or twice, must not end in a refusal.
function holdsToken(route: AnyRoute, facts: RequestFacts, found: Caller | null): boolean {
  if (route.optional !== true || route.verb === 'GET' || found?.session == null) return true;
  return checkCsrfToken(found.session.csrf, String(Object(facts.body).csrf ?? ''));
}

interface Body {
  form: FormResult<unknown>;
  files: readonly SentFile[];
}

async function readBody(route: AnyRoute, facts: RequestFacts, session: Session | null): Promise<Body> {
  const nothing: Body = { form: { ok: false, typed: {}, errors: [] }, files: [] };
  if (route.verb === 'GET') return nothing;
  if (route.json !== undefined) {
    requireToken(session, Object(facts.body).csrf);
    return nothing;
  }
  const { typed, files } = await readTyped(route, facts);
  refuseFiles(typed);
  requireToken(session, typed.csrf);
  return route.form === undefined
    ? { form: { ok: true, value: undefined, typed, errors: [] }, files }
    : { form: readForm(route.form, typed), files };
}

function readTyped(route: AnyRoute, { body, isForm }: RequestFacts): Upload | Promise<Upload> {
  if (route.files !== undefined && isUnread(body)) return readUpload(body, route.files);
  return { typed: isForm ? (body as Typed) : {}, files: [] };
}

// A script's JSON carries the session's token as a form does (N29).
function requireToken(session: Session | null, token: unknown): void {
  if (session === null || checkCsrfToken(session.csrf, String(token ?? ''))) return;
  throw new ProblemError('not-allowed', 'http.stale-form');
}

function parsePart(
  schema: AnyRoute['params'],
  raw: unknown,
  otherwise: 'not-found' | 'bad-request' = 'not-found',
): unknown {
  if (schema === undefined) return raw;
  const parsed = schema.safeParse(raw);
  if (!parsed.success) throw new ProblemError(otherwise, `http.${otherwise}`);
  return parsed.data;
}
