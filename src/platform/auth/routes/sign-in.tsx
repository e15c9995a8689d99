// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { atomically } from '#platform/ctx';
import { type AnyRoute, defineRoute, type FieldError, notFound, page, seeOther } from '#platform/http';
import type { FieldErrors } from '#platform/ui';
import { homeOf } from '../desk-nav.tsx';
import { SignInPage } from '../pages/sign-in-page.tsx';
import { relyingParty } from '../passkeys/relying-party.ts';
import { type SignedIn, signInWithPassword } from '../people/sign-in.ts';
import type { SlowDown } from '../people/slow-down.ts';
import { endSession } from '../sessions.ts';
import { proofFields } from './fields.ts';

export function signInRoutes(slow: SlowDown): AnyRoute[] {
  return [show(), tryIn(slow), out()];
}

/** Where somebody goes who just came in: their own page first, when it has something they must not miss. */
export function afterSignIn({ roles, elsewhere, recovered }: SignedIn): string {
  if (elsewhere) return '/desk/me?elsewhere=yes';
  return recovered ? '/desk/me' : homeOf(roles);
}

function show(): AnyRoute {
  return defineRoute({
    name: 'sign-in',
    verb: 'GET',
    path: '/desk/sign-in',
    access: 'public',
    area: 'desk',
    connect: true,
    handle: ({ view, origin }) => {
      const passkeys = relyingParty(origin) !== null;
      return page(<SignInPage view={view} data={{ alias: '', passkeys, errors: [] }} />);
    },
  });
}

const signInForm = z.object({ alias: z.string().max(80).default(''), ...proofFields });
const nothing = { alias: '', password: '', code: '', ticket: '' };

function tryIn(slow: SlowDown): AnyRoute {
  return defineRoute({
    name: 'sign-in-try',
    verb: 'POST',
    path: '/desk/sign-in',
    access: 'public',
    area: 'desk',
    connect: true,
    act: 'login.ok',
    form: signInForm,
    handle: async ({ ctx, view, form, limiter, origin }) => {
      const typed = form.ok ? form.value : nothing;
      const seconds = slow.wait(typed.alias, ctx.now);
      const closed = seconds > 0 || limiter.over('sign-in') > 0;
      const signedIn = closed ? null : await signInWithPassword(ctx, typed);
      if (signedIn !== null) {
        slow.good(typed.alias);
        return seeOther(`/${view.lang}${afterSignIn(signedIn)}`, { cookies: [signedIn.cookie] });
      }
      if (!closed) slow.failed(typed.alias, ctx.now);
      const tooMany = limiter.hit('sign-in').over > 0;
      const errors = whyNot({ seconds, tooMany, field: 'alias', message: 'auth.wrong.sign-in' });
      const data = { alias: typed.alias, passkeys: relyingParty(origin) !== null, errors };
      return page(<SignInPage view={view} data={data} />, { status: closed || tooMany ? 429 : 422 });
    },
  });
}

/** Says what is wrong, or how long to wait; never which of name, password and code it was. */
export function whyNot(why: FieldError & { seconds: number; tooMany: boolean }): FieldErrors {
  const { seconds, tooMany, field, message } = why;
  if (tooMany) return [{ field, message: 'auth.wrong.too-many' }];
  return seconds > 0 ? [{ field, message: 'auth.wrong.wait', args: { seconds } }] : [{ field, message }];
}

function out(): AnyRoute {
  return defineRoute({
    name: 'sign-out',
    verb: 'POST',
    path: '/desk/sign-out',
    access: 'staff',
    area: 'desk',
    act: 'logout',
    handle: async ({ ctx, view, session }) => {
      if (session === null) return notFound();
      const cookie = await atomically(ctx, (inner) => {
        inner.audit({ act: 'logout', kind: 'person', id: session.holder });
        return endSession(inner.db, session);
      });
      return seeOther(`/${view.lang}/desk/sign-in`, { cookies: [cookie], headers: clearing });
    },
  });
}

export const clearing = { 'clear-site-data': '"cookies", "storage"' };
