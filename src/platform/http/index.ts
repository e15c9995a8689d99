// SPDX-License-Identifier: EUPL-1.2
export { type Answer, bytes, json, notFound, page, redirect, seeOther } from './answer.ts';
export { clearCookie, type CookieName, setCookie } from './cookies.ts';
export { defineErrors, ProblemError, type ProblemKind } from './problems.ts';
export { type FieldError, type FormResult, readForm, refuseFiles } from './form.ts';
export { createLimiter, type Limiter } from './limits.ts';
export { type Access, type AnyRoute, type Call, defineRoute, type Identity, type Route, type Session } from './route.ts';
export { type Assets, loadAssets } from "./assets.ts";
export { createServer, type ServerOptions } from './server.ts';
