// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import {
  type AnyRoute,
  type Call,
  defineRoute,
  json,
  notFound,
  page,
  requireFresh,
  seeOther,
} from '#platform/http';
import { deskNav } from '../desk-nav.tsx';
import { AddPasskeyPage } from '../pages/me-page.tsx';
import { addPasskey, passkeyOrder } from '../passkeys/add-passkey.ts';
import { createdCredential, prfOutput, shownCredential } from '../passkeys/answers.ts';
import { relyingParty } from '../passkeys/relying-party.ts';
import { removePasskey } from '../passkeys/remove-passkey.ts';
import { confirmWithPasskey, passkeyQuestion, signInWithPasskey } from '../passkeys/show-passkey.ts';
import { afterSignIn } from './sign-in.tsx';

// What islands/passkey.ts asks, in JSON; everything it is for also works with password and code.

export function passkeyRoutes(): AnyRoute[] {
  return [askIn(), signIn(), askConfirm(), confirm(), showAdd(), askAdd(), add(), remove()];
}

const api = { localized: false, area: 'desk', cache: 'api' } as const;
const shown = z.object({ credential: shownCredential, prf: prfOutput });
const nothing = z.object({ csrf: z.string().optional() });
const refused = () => json({ error: 'refused' }, { status: 422 });

/** The name passkeys belong to here; without one there are none. */
function rpOf({ origin }: Pick<Call, 'origin'>): string {
  return relyingParty(origin) ?? notFound();
}

function askIn(): AnyRoute {
  return defineRoute({
    name: 'passkey-ask',
    verb: 'POST',
    path: '/desk/passkey/ask',
    access: 'public',
    act: { none: 'only asks for a challenge' },
    ...api,
    json: nothing,
    handle: async (call) => {
      if (call.limiter.over('sign-in') > 0) return json({ error: 'too-many' }, { status: 429 });
      const ask = { purpose: 'sign-in', person: null, rpId: rpOf(call) } as const;
      return json(await passkeyQuestion(call.ctx, ask));
    },
  });
}

function signIn(): AnyRoute {
  return defineRoute({
    name: 'passkey-sign-in',
    verb: 'POST',
    path: '/desk/passkey',
    access: 'public',
    act: 'login.ok',
    ...api,
    json: shown,
    handle: async (call) => {
      const { ctx, limiter } = call;
      if (limiter.over('sign-in') > 0) return json({ error: 'too-many' }, { status: 429 });
      const answer = await signInWithPasskey(ctx, { rpId: rpOf(call), ...call.json });
      if (answer === null) {
        limiter.hit('sign-in');
        return refused();
      }
      if ('ticket' in answer) return json({ ticket: answer.ticket });
      return json({ to: afterSignIn(answer.signedIn) }, { cookies: [answer.signedIn.cookie] });
    },
  });
}

function askConfirm(): AnyRoute {
  return defineRoute({
    name: 'passkey-ask-again',
    verb: 'POST',
    path: '/desk/confirm/ask',
    access: 'staff',
    act: { none: 'only asks for a challenge' },
    ...api,
    json: nothing,
    handle: async (call) => {
      const person = call.session?.holder ?? null;
      return json(await passkeyQuestion(call.ctx, { purpose: 'confirm', person, rpId: rpOf(call) }));
    },
  });
}

function confirm(): AnyRoute {
  return defineRoute({
    name: 'passkey-confirm',
    verb: 'POST',
    path: '/desk/confirm/passkey',
    access: 'staff',
    act: 'login.confirm',
    ...api,
    json: shown,
    handle: async (call) => {
      const { ctx, session, limiter } = call;
      if (session === null || limiter.over('sign-in') > 0) return refused();
      const cookie = await confirmWithPasskey(ctx, session, { rpId: rpOf(call), ...call.json });
      if (cookie !== null) return json({ to: null }, { cookies: [cookie] });
      limiter.hit('sign-in');
      return refused();
    },
  });
}

function showAdd(): AnyRoute {
  return defineRoute({
    name: 'me-passkey',
    verb: 'GET',
    path: '/desk/me/passkey',
    access: 'staff',
    area: 'desk',
    connect: true,
    handle: (call) => {
      requireFresh(call);
      const { view, ctx, origin } = call;
      const data = { possible: relyingParty(origin) !== null, nav: deskNav(view, ctx.actor, 'me') };
      return page(<AddPasskeyPage view={view} data={data} />);
    },
  });
}

function askAdd(): AnyRoute {
  return defineRoute({
    name: 'me-passkey-ask',
    verb: 'POST',
    path: '/desk/me/passkey/ask',
    access: 'staff',
    act: { none: 'only asks for a challenge' },
    ...api,
    json: nothing,
    handle: async (call) => {
      requireFresh(call);
      return json(await passkeyOrder(call.ctx, rpOf(call)));
    },
  });
}

function add(): AnyRoute {
  return defineRoute({
    name: 'me-passkey-add',
    verb: 'POST',
    path: '/desk/me/passkey',
    access: 'staff',
    act: 'passkey.add',
    ...api,
    json: z.object({ credential: createdCredential, prf: prfOutput }),
    handle: async (call) => {
      requireFresh(call);
      const { ctx, session } = call;
      if (session === null) return refused();
      const added = await addPasskey(ctx, session, { rpId: rpOf(call), ...call.json });
      const good = added === 'opens' || added === 'needs-password';
      return good ? json({ added }) : json({ error: added }, { status: 422 });
    },
  });
}

function remove(): AnyRoute {
  return defineRoute({
    name: 'me-passkey-remove',
    verb: 'POST',
    path: '/desk/me/passkey/remove',
    access: 'staff',
    area: 'desk',
    act: 'passkey.remove',
    form: z.object({ id: z.uuid() }),
    handle: async (call) => {
      requireFresh(call, '/desk/me');
      const { ctx, view, form } = call;
      if (!form.ok) return notFound();
      await removePasskey(ctx, form.value.id);
      return seeOther(`/${view.lang}/desk/me`);
    },
  });
}
