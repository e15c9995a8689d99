// SPDX-License-Identifier: EUPL-1.2
export { type Answer, bytes, json, notFound, page, redirect, seeOther } from './answer.ts';
export { type Assets, loadAssets } from './assets.ts';
export { type CookieName, clearCookie, setCookie } from './cookies.ts';
export { type FieldError, type FormResult, readForm, refuseFiles } from './form.ts';
export { requireFresh } from './fresh.ts';
export { KEPT_PATH, type KeptForm } from './kept-form.ts';
export { createLimiter, type Limiter } from './limits.ts';
export { defineErrors, ProblemError, type ProblemKind } from './problems.ts';
export {
  type Access,
  type AnyRoute,
  type Call,
  defineRoute,
  type Identity,
  type Route,
  type Session,
} from './route.ts';
export { createServer } from './server.ts';
export type { ServerOptions } from './server-options.ts';
export type { FileLimits, SentFile } from './upload.ts';
