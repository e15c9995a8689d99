// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type AnyRoute, type Call, defineRoute, notFound, page, seeOther } from '#platform/http';
import type { FieldErrors } from '#platform/ui';
import { deskNav } from '../desk-nav.tsx';
import { ConfirmPage } from '../pages/confirm-page.tsx';
import { relyingParty } from '../passkeys/relying-party.ts';
import { confirmWithPassword } from '../people/sign-in.ts';
import type { SlowDown } from '../people/slow-down.ts';
import { nextField, proofFields } from './fields.ts';
import { whyNot } from './sign-in.tsx';

/** The page that a stale factor leads to (fresh.ts), and the way back. */
export function confirmRoutes(slow: SlowDown): AnyRoute[] {
  return [show(), tryConfirm(slow)];
}

function show(): AnyRoute {
  return defineRoute({
    name: 'confirm',
    verb: 'GET',
    path: '/desk/confirm',
    access: 'staff',
    area: 'desk',
    connect: true,
    query: z.object({ next: nextField }),
    handle: (call) => page(confirmPage(call, { next: call.query.next, errors: [] })),
  });
}

function tryConfirm(slow: SlowDown): AnyRoute {
  return defineRoute({
    name: 'confirm-try',
    verb: 'POST',
    path: '/desk/confirm',
    access: 'staff',
    area: 'desk',
    connect: true,
    act: 'login.confirm',
    form: z.object({ next: nextField, ...proofFields }),
    handle: async (call) => {
      const { ctx, view, form, session, limiter } = call;
      if (!form.ok || session === null) return notFound();
      const { next, ...proof } = form.value;
      const who = session.holder ?? '';
      const seconds = slow.wait(who, ctx.now);
      const closed = seconds > 0 || limiter.over('sign-in') > 0;
      const cookie = closed ? null : await confirmWithPassword(ctx, session, proof);
      if (cookie !== null) {
        slow.good(who);
        return seeOther(`/${view.lang}${next}`, { cookies: [cookie] });
      }
      if (!closed) slow.failed(who, ctx.now);
      const tooMany = limiter.hit('sign-in').over > 0;
      const errors = whyNot({ seconds, tooMany, field: 'password', message: 'auth.wrong.confirm' });
      return page(confirmPage(call, { next, errors }), { status: closed || tooMany ? 429 : 422 });
    },
  });
}

function confirmPage(
  { view, ctx, origin }: Pick<Call, 'view' | 'ctx' | 'origin'>,
  data: { next: string; errors: FieldErrors },
) {
  const passkeys = relyingParty(origin) !== null;
  return <ConfirmPage view={view} data={{ ...data, passkeys, nav: deskNav(view, ctx.actor, 'me') }} />;
}
