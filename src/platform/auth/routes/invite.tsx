// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type AnyRoute, type Call, defineRoute, page } from '#platform/http';
import type { FieldErrors } from '#platform/ui';
import { InvitePage } from '../pages/invite-page.tsx';
import { IssuedPage } from '../pages/issued-page.tsx';
import { acceptInvitation, needsIssued, replaceFactor } from '../people/accept-invite.ts';
import { findInvitation, type OpenInvitation } from '../people/invite.ts';
import { authenticator, chosenErrors, chosenFields } from './fields.ts';

const params = z.object({ token: z.string() });

/** What stands behind a one-time link. It needs no session: whoever holds the link is the person. */
export function inviteRoutes(): AnyRoute[] {
  return [show(), accept()];
}

function show(): AnyRoute {
  return defineRoute({
    name: 'invite',
    verb: 'GET',
    path: '/desk/invite/:token',
    access: 'public',
    area: 'desk',
    params,
    handle: async (call) => {
      const invitation = await findInvitation(call.ctx.db, call.ctx.now, call.params.token);
      return page(invitePage(call, invitation, []));
    },
  });
}

function accept(): AnyRoute {
  return defineRoute({
    name: 'invite-accept',
    verb: 'POST',
    path: '/desk/invite/:token',
    access: 'public',
    area: 'desk',
    act: 'person.join',
    params,
    form: z.object({ password: z.string().max(300).default(''), ...chosenFields }),
    handle: async (call) => {
      const { ctx, form, params } = call;
      const invitation = await findInvitation(ctx.db, ctx.now, params.token);
      const typed = form.ok ? form.value : { password: '', chosen: '', again: '' };
      if (invitation.kind === 'factor') return newFactor(call, invitation, typed.password);
      const chosen = needsIssued(invitation) ? null : typed.chosen;
      const wrong = chosen === null ? [] : await chosenErrors(ctx.db, { ...typed, alias: invitation.alias });
      if (wrong.length > 0) return page(invitePage(call, invitation, wrong), { status: 422 });
      const joined = await acceptInvitation(ctx, invitation, { token: params.token, chosen });
      const { alias } = invitation;
      const totp = await authenticator(ctx.db, alias, joined.totp);
      const password = chosen === null ? joined.password : null;
      const { fingerprint } = joined;
      return page(issuedPage(call, { alias, password, totp, fingerprint }));
    },
  });
}

async function newFactor(call: InviteCall, invitation: OpenInvitation, password: string) {
  const { ctx, params, limiter } = call;
  const closed = limiter.over('sign-in') > 0;
  const totp = closed ? null : await replaceFactor(ctx, invitation, { token: params.token, password });
  if (totp !== null) {
    const { alias } = invitation;
    const shown = await authenticator(ctx.db, alias, totp);
    return page(issuedPage(call, { alias, password: null, totp: shown, fingerprint: null }));
  }
  const over = limiter.hit('sign-in').over > 0;
  const message = over ? ('auth.wrong.too-many' as const) : ('auth.wrong.password' as const);
  return page(invitePage(call, invitation, [{ field: 'password', message }]), { status: over ? 429 : 422 });
}

type InviteCall = Pick<Call<{ token: string }>, 'view' | 'params' | 'ctx' | 'limiter'>;

function invitePage({ view, params }: InviteCall, invitation: OpenInvitation, errors: FieldErrors) {
  const data = { token: params.token, invitation, issued: needsIssued(invitation), errors };
  return <InvitePage view={view} data={data} />;
}

interface Shown {
  alias: string;
  password: string | null;
  totp: { secret: string; address: string };
  fingerprint: string | null;
}

function issuedPage({ view }: InviteCall, shown: Shown) {
  return <IssuedPage view={view} data={{ ...shown, halves: null, next: '/desk/sign-in' }} />;
}
