// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { atomically, type Ctx, holds, personOf } from '#platform/ctx';
import { type AnyRoute, type Call, defineRoute, notFound, page } from '#platform/http';
import { readInstallation } from '#platform/setup';
import { deskNav } from '../desk-nav.tsx';
import { NEW_PAPERS } from '../emergency/new-papers.ts';
import { GRANT } from '../keys/grant.ts';
import { keyNews } from '../keys/news.ts';
import { moving } from '../keys/reseal.ts';
import { openActs } from '../keys/second-person.ts';
import { NewsBanner } from '../news-banner.tsx';
import { LinkPage, NewPersonPage } from '../pages/new-person-page.tsx';
import { PeoplePage } from '../pages/people-page.tsx';
import { PersonPage, type PersonView } from '../pages/person-page.tsx';
import { moment } from '../pages/words.ts';
import { findPerson } from '../people/find-person.ts';
import { createPerson, type Invitation, invitePath, isNameFree, makeInvitation } from '../people/invite.ts';
import { type ListedPerson, listPeople } from '../people/list-people.ts';
import { aliasField, personParams, rolesField } from './fields.ts';

/** Who manages accounts. It gives them no key (H23). */
export const managers = ['supervisor', 'admin'] as const;

export function peopleRoutes(): AnyRoute[] {
  return [list(), showNew(), makeNew(), showPerson(), newLink()];
}

export async function zoneOf(ctx: Ctx): Promise<string> {
  return (await readInstallation(ctx.db)).timeZone || 'UTC';
}

function list(): AnyRoute {
  return defineRoute({
    name: 'people',
    verb: 'GET',
    path: '/desk/people',
    access: managers,
    area: 'desk',
    handle: async ({ ctx, view }) => {
      const timeZone = await zoneOf(ctx);
      const people = await listPeople(ctx.db);
      const news = await keyNews(ctx.db, ctx.actor, ctx.now);
      const data = {
        people,
        acts: holds(ctx.actor, 'supervisor') ? await waitingActs(ctx, people) : [],
        papers: holds(ctx.actor, 'supervisor') ? await papersAskedBy(ctx, people) : null,
        moving: (await moving(ctx.db, ctx.actor)).length > 0,
        now: ctx.now,
        timeZone,
        nav: deskNav(view, ctx.actor, 'people'),
        banner: <NewsBanner view={view} news={news} timeZone={timeZone} />,
      };
      return page(<PeoplePage view={view} data={data} />);
    },
  });
}

async function waitingActs(ctx: Ctx, people: readonly ListedPerson[]) {
  const nameOf = (id: unknown) => people.find((person) => person.id === id)?.alias;
  const acts = await openActs(ctx.db, ctx.now, GRANT);
  return acts.flatMap((act) => {
    const asker = nameOf(act.askedBy);
    const person = nameOf(act.payload.person);
    return asker === undefined || person === undefined
      ? []
      : [{ id: act.id, approved: act.approved, asker, person }];
  });
}

async function papersAskedBy(ctx: Ctx, people: readonly ListedPerson[]): Promise<string | null> {
  const [act] = await openActs(ctx.db, ctx.now, NEW_PAPERS);
  return people.find(({ id }) => id === act?.askedBy)?.alias ?? null;
}

function showNew(): AnyRoute {
  return defineRoute({
    name: 'person-new',
    verb: 'GET',
    path: '/desk/people/new',
    access: managers,
    area: 'desk',
    handle: ({ ctx, view }) => {
      const data = { alias: '', roles: [], errors: [], nav: deskNav(view, ctx.actor, 'people') };
      return page(<NewPersonPage view={view} data={data} />);
    },
  });
}

function makeNew(): AnyRoute {
  return defineRoute({
    name: 'person-invite',
    verb: 'POST',
    path: '/desk/people/new',
    access: managers,
    area: 'desk',
    act: 'person.invite',
    form: z.object({ alias: aliasField, 'roles[]': rolesField }),
    handle: async (call) => {
      const { ctx, view, form } = call;
      const free = form.ok && (await isNameFree(ctx.db, form.value.alias));
      if (form.ok && free) {
        const { alias, 'roles[]': roles } = form.value;
        return linkPage(call, alias, await createPerson(ctx, { alias, roles }));
      }
      const taken = { field: 'alias', message: 'auth.wrong.alias-taken' as const };
      const data = {
        alias: String(form.typed.alias ?? ''),
        roles: [form.typed['roles[]'] ?? []].flat(),
        errors: form.ok ? [taken] : form.errors,
        nav: deskNav(view, ctx.actor, 'people'),
      };
      return page(<NewPersonPage view={view} data={data} />, { status: 422 });
    },
  });
}

/** Shows a link once. Without a language in it: who opens it reads their own. */
export async function linkPage(
  { ctx, view, origin }: Pick<Call, 'ctx' | 'view' | 'origin'>,
  name: string,
  { token, expiresAt }: Invitation,
) {
  const until = moment(view, expiresAt, await zoneOf(ctx));
  const link = `${origin}${invitePath(token)}`;
  const nav = deskNav(view, ctx.actor, 'people');
  return page(<LinkPage view={view} data={{ name, link, until, nav }} />);
}

function showPerson(): AnyRoute {
  return defineRoute({
    name: 'person',
    verb: 'GET',
    path: '/desk/people/:id',
    access: managers,
    area: 'desk',
    params: personParams,
    handle: async ({ ctx, view, params }) => {
      const person = (await listPeople(ctx.db)).find(({ id }) => id === params.id);
      if (person === undefined) return notFound();
      const data = {
        person,
        acts: actsFor(ctx, person),
        mayLink: person.state === 'invited',
        nav: deskNav(view, ctx.actor, 'people'),
      };
      return page(<PersonPage view={view} data={data} />);
    },
  });
}

function actsFor({ actor }: Ctx, person: ListedPerson): PersonView['acts'] {
  if (person.id === personOf(actor)) return [];
  const supervisor = holds(actor, 'supervisor');
  const here = person.state !== 'invited';
  return [
    ...(supervisor && here && person.asked !== null ? (['give'] as const) : []),
    'roles',
    ...(supervisor && here ? (['reset', 'factor'] as const) : []),
    'leave',
  ];
}

function newLink(): AnyRoute {
  return defineRoute({
    name: 'person-link',
    verb: 'POST',
    path: '/desk/people/:id/link',
    access: managers,
    area: 'desk',
    act: 'person.invite',
    params: personParams,
    handle: async (call) => {
      const { ctx, params } = call;
      const person = await findPerson(ctx.db, params.id);
      if (person.state !== 'invited') return notFound();
      const link = await atomically(ctx, (inner) => {
        inner.audit({ act: 'person.invite', kind: 'person', id: person.id, code: 'again' });
        return makeInvitation(inner, person.id, 'join');
      });
      return linkPage(call, person.alias, link);
    },
  });
}
