// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import type { Actor, Ctx, Role } from '#platform/ctx';
import type { Lang } from '#platform/i18n';
import type { Keys, SessionKeys } from '#platform/seal';
import type { View } from '#platform/ui';
import type { Answer } from './answer.ts';
import type { FormResult } from './form.ts';
import type { KeptForm } from './kept-form.ts';
import type { Limiter } from './limits.ts';
import type { FileLimits, SentFile } from './upload.ts';

/**
 * Who may pass. `draft`: has pressed Start; `receipt`: reads by code; `family` and `child`: the household's
 * side; `setup`: holds the one-time set-up link; `machine`: a bearer key; `staff`: signed in at the desk,
 * whatever their roles; a list of roles: staff who hold one of them.
 */
export type Access =
  | 'public'
  | 'draft'
  | 'receipt'
  | 'family'
  | 'child'
  | 'setup'
  | 'staff'
  | 'machine'
  | readonly Role[];

export type SessionKind = 'draft' | 'receipt' | 'family' | 'child' | 'desk' | 'setup';

/** A browser's session, made anew for each request from its cookie. The secrets never leave the request. */
export interface Session extends Pick<SessionKeys, 'id' | 'key' | 'csrf'> {
  kind: SessionKind;
  /** The receipt, household, device or person it stands for. */
  holder: string | null;
  freshUntil: Date | null;
}

/** Finds out who calls. The app hands it to the server, so that http need not know how people sign in. */
export interface Identity {
  find(
    cookies: ReadonlyMap<string, string>,
    access: Access,
    now: Date,
  ): Promise<{ actor: Actor; session: Session } | null>;
  /** `now` is the request's time: what was lent ends by it. */
  withKeys<T>(session: Session, now: Date, work: (keys: Keys) => Promise<T>): Promise<T>;
  /** Keeps a form with its sender's desk session until they showed again who they are. */
  keepTyped(session: Session, form: KeptForm, now: Date): Promise<void>;
}

/** One request as a handler sees it: typed input, a context, and no way back to the raw request. */
export interface Call<P = unknown, Q = unknown, F = unknown, J = unknown> {
  ctx: Ctx;
  lang: Lang;
  view: View;
  params: P;
  query: Q;
  form: FormResult<F>;
  json: J;
  /** What was sent to a route that takes files. */
  files: readonly SentFile[];
  session: Session | null;
  /** Public origin of this installation as links need it, e.g. https://rowan.example */
  origin: string;
  /** The Sec-Fetch-Site header, or null where the browser sent none. */
  fetchSite: string | null;
  /** The If-None-Match header: which ETag the caller has already. */
  ifNoneMatch: string | null;
  bearer: string | null;
  limiter: Limiter;
  /** Where the caller is, only on a route that declares `seesClient`. */
  client: { address: string; host: string } | null;
}

/** A route's whole promise. Every field is required, so that nobody forgets who may pass. */
export interface Route<P = unknown, Q = unknown, F = unknown, J = unknown> {
  name: string;
  verb: 'GET' | 'POST';
  /** Without the language, e.g. `/report`. Localized routes answer under `/{lang}` and redirect the bare path. */
  path: string;
  localized: boolean;
  access: Access;
  /** The session is taken where there is one; without it, or with a form of no session, the caller is the public. */
  optional?: true;
  /** How answers may be kept: see headers.ts. `private` is no-store and noindex. */
  cache: 'public' | 'private' | 'api';
  /** The audit act of a writing route, or why it has none. Reading routes say `read`. */
  act: string | { none: string };
  area: View['area'];
  /**
   * The page is the same for everybody who comes without a cookie, until the minute or the installation changes; the
   * server may send it again as it is. A function names what else it depends on, or says null: not now.
   */
  same?: true | (() => string | null);
  /** Opens the caller's own keys for the handler as ctx.keys. */
  keys?: boolean;
  /** Lets the page's script ask this site, which its security policy forbids elsewhere. */
  connect?: boolean;
  /** Shows the handler the caller's address and the host name they used. Neither may be kept in the clear. */
  seesClient?: boolean;
  /** What is typed here is never kept, not even boxed: passwords, halves of the recovery key. */
  secret?: boolean;
  /** Leaves no line in the log, because a line would say when a device was in use. */
  silent?: boolean;
  params?: z.ZodType<P>;
  query?: z.ZodType<Q>;
  form?: z.ZodType<F>;
  json?: z.ZodType<J>;
  /** Takes files, from people who are signed in alone (H5). Everywhere else a multipart body is refused unread. */
  files?: FileLimits;
  /** Body limit in bytes; 256 kB unless said. */
  bodyLimit?: number;
  /** How many fields its form may send; 100 unless said. */
  fieldLimit?: number;
  /** For /api/v1/openapi.json: one sentence, and the shape of the 200 answer. */
  api?: { summary: string; answer?: z.ZodType };
  handle(call: Call<P, Q, F, J>): Promise<Answer> | Answer;
}

// biome-ignore lint/suspicious/noExplicitAny: a list of routes has many inputs; each was checked by defineRoute
export type AnyRoute = Route<any, any, any, any>;

type Defaults = 'localized' | 'area' | 'act' | 'cache';

/** Declares a route. Only harmless fields have defaults; access never has one. */
export function defineRoute<P = unknown, Q = unknown, F = unknown, J = unknown>(
  route: Omit<Route<P, Q, F, J>, Defaults> & Partial<Pick<Route<P, Q, F, J>, Defaults>>,
): Route<P, Q, F, J> {
  if (route.files !== undefined && route.access !== 'staff' && typeof route.access === 'string')
    throw new TypeError(`route ${route.name} takes files from people who are not signed in`);
  return {
    localized: true,
    area: 'public',
    cache: 'private',
    ...route,
    act: route.act ?? (route.verb === 'GET' ? 'read' : missingAct(route.name)),
  };
}

function missingAct(name: string): never {
  throw new TypeError(`route ${name} changes something and declares no audit act`);
}
