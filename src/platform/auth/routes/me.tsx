// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { atomically, type Ctx, personOf } from '#platform/ctx';
import { type AnyRoute, defineRoute, notFound, page, seeOther } from '#platform/http';
import { keyFingerprint } from '#platform/seal';
import type { FieldErrors } from '#platform/ui';
import { deskNav } from '../desk-nav.tsx';
import { keyNews } from '../keys/news.ts';
import { teamsHeldBy } from '../keys/take-keys.ts';
import { NewsBanner } from '../news-banner.tsx';
import { IssuedPage } from '../pages/issued-page.tsx';
import { MePage, OwnPasswordPage } from '../pages/me-page.tsx';
import { needsIssued } from '../people/accept-invite.ts';
import { findPerson } from '../people/find-person.ts';
import { waysOf } from '../people/list-people.ts';
import { changeOwnPassword } from '../people/own-password.ts';
import { countSessions, endAllSessions, endSession } from '../sessions.ts';
import { chosenErrors, chosenFields, proofFields } from './fields.ts';
import { zoneOf } from './people.tsx';
import { clearing } from './sign-in.tsx';

export function meRoutes(): AnyRoute[] {
  return [show(), endAll(), showPassword(), newPassword()];
}

function show(): AnyRoute {
  return defineRoute({
    name: 'me',
    verb: 'GET',
    path: '/desk/me',
    access: 'staff',
    area: 'desk',
    query: z.object({ elsewhere: z.string().optional() }),
    handle: async ({ ctx, view, query }) => {
      const person = await findPerson(ctx.db, personOf(ctx.actor));
      const news = await keyNews(ctx.db, ctx.actor, ctx.now);
      const waits = person.asked !== null && person.pub !== null;
      const data = {
        ...person,
        teams: await teamsHeldBy(ctx.db, person.id),
        fingerprint: waits && person.pub !== null ? keyFingerprint(person.pub) : null,
        ways: await waysOf(ctx.db, [person.id]),
        sessions: await countSessions(ctx.db, person.id, ctx.now),
        elsewhere: query.elsewhere !== undefined,
        nav: deskNav(view, ctx.actor, 'me'),
        banner: <NewsBanner view={view} news={news} timeZone={await zoneOf(ctx)} />,
      };
      return page(<MePage view={view} data={data} />);
    },
  });
}

function endAll(): AnyRoute {
  return defineRoute({
    name: 'me-end-all',
    verb: 'POST',
    path: '/desk/me/end-all',
    access: 'staff',
    area: 'desk',
    act: 'logout',
    handle: async ({ ctx, view, session }) => {
      if (session === null) return notFound();
      const cookie = await atomically(ctx, async (inner) => {
        await endAllSessions(inner.db, personOf(inner.actor));
        inner.audit({ act: 'logout', kind: 'person', id: personOf(inner.actor), code: 'all' });
        return endSession(inner.db, session);
      });
      return seeOther(`/${view.lang}/desk/sign-in`, { cookies: [cookie], headers: clearing });
    },
  });
}

/** Whether this person's password must be one that Rowan makes. */
async function mustBeIssued(ctx: Ctx): Promise<boolean> {
  const { asked, roles, id } = await findPerson(ctx.db, personOf(ctx.actor));
  return needsIssued({ roles: asked ?? roles }) || (await teamsHeldBy(ctx.db, id)).length > 0;
}

function showPassword(): AnyRoute {
  return defineRoute({
    name: 'me-password',
    verb: 'GET',
    path: '/desk/me/password',
    access: 'staff',
    area: 'desk',
    handle: async ({ ctx, view }) => {
      const data = { issued: await mustBeIssued(ctx), errors: [], nav: deskNav(view, ctx.actor, 'me') };
      return page(<OwnPasswordPage view={view} data={data} />);
    },
  });
}

function newPassword(): AnyRoute {
  return defineRoute({
    name: 'me-password-change',
    verb: 'POST',
    path: '/desk/me/password',
    access: 'staff',
    area: 'desk',
    act: 'password.change',
    form: z.object({ ...proofFields, ...chosenFields }),
    handle: async ({ ctx, view, form, session, limiter }) => {
      if (!form.ok || session === null || ctx.actor.kind !== 'person') return notFound();
      const { chosen, again, ...proof } = form.value;
      const { alias } = ctx.actor;
      const issued = await mustBeIssued(ctx);
      const again422 = (errors: FieldErrors) => {
        const data = { issued, errors, nav: deskNav(view, ctx.actor, 'me') };
        return page(<OwnPasswordPage view={view} data={data} />, { status: 422 });
      };
      if (limiter.over('sign-in') > 0)
        return again422([{ field: 'password', message: 'auth.wrong.too-many' }]);
      const faults = issued ? [] : await chosenErrors(ctx.db, { chosen, again, alias });
      if (faults.length > 0) return again422(faults);
      const made = await changeOwnPassword(ctx, session, { proof, chosen: issued ? null : chosen });
      if (made === null) {
        limiter.hit('sign-in');
        return again422([{ field: 'password', message: 'auth.wrong.confirm' }]);
      }
      if (!issued) return seeOther(`/${view.lang}/desk/me`, { cookies: [made.cookie] });
      const { password, cookie } = made;
      const data = { alias, password, totp: null, fingerprint: null, halves: null, next: '/desk/me' };
      return page(<IssuedPage view={view} data={data} />, { cookies: [cookie] });
    },
  });
}
