// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Role } from '#platform/ctx';
import type { Db } from '#platform/db';
import { type AnyRoute, type Call, defineRoute, page, requireFresh, seeOther } from '#platform/http';
import { deskNav } from '../desk-nav.tsx';
import { FactorPage, LeavePage, type OpenCase, ResetPage } from '../pages/ending-pages.tsx';
import { RolesPage } from '../pages/person-page.tsx';
import { changeRoles } from '../people/change-roles.ts';
import { findPerson, requireOther } from '../people/find-person.ts';
import { leave } from '../people/leave.ts';
import { renewFactor, resetPerson } from '../people/reset-person.ts';
import { personParams, rolesField } from './fields.ts';
import { linkPage, managers } from './people.tsx';

/** What a leaver still has open; the room of cases answers it. */
export type OpenCasesOf = (db: Db, person: string) => Promise<readonly OpenCase[]>;

/** Grave acts about one person: each asks for a fresh factor, on its page and again when it is done. */
export function personRoutes(openCasesOf: OpenCasesOf): AnyRoute[] {
  return [...roleRoutes(), ...resetRoutes(), ...factorRoutes(), ...leaveRoutes(openCasesOf)];
}

const grave = { area: 'desk', params: personParams } as const;

type PersonCall = Pick<Call<{ id: string }>, 'ctx' | 'view' | 'params' | 'session'>;

/** The person a grave page is about; never oneself, and never without a fresh factor. */
async function gravePerson(call: PersonCall) {
  requireFresh(call);
  requireOther(call.ctx.actor, call.params.id);
  const person = await findPerson(call.ctx.db, call.params.id);
  return { person, nav: deskNav(call.view, call.ctx.actor, 'people') };
}

function roleRoutes(): AnyRoute[] {
  const path = '/desk/people/:id/roles';
  return [
    defineRoute({
      name: 'person-roles',
      verb: 'GET',
      path,
      access: managers,
      ...grave,
      handle: async (call) => {
        const { person, nav } = await gravePerson(call);
        const roles: readonly Role[] = person.asked ?? person.roles;
        return page(<RolesPage view={call.view} data={{ person, roles, errors: [], nav }} />);
      },
    }),
    defineRoute({
      name: 'person-roles-save',
      verb: 'POST',
      path,
      access: managers,
      act: 'person.roles',
      ...grave,
      form: z.object({ 'roles[]': rolesField }),
      handle: async (call) => {
        const { person, nav } = await gravePerson(call);
        const { ctx, form, view } = call;
        if (!form.ok) {
          const roles = [form.typed['roles[]'] ?? []].flat();
          const data = { person, roles, errors: form.errors, nav };
          return page(<RolesPage view={view} data={data} />, { status: 422 });
        }
        await changeRoles(ctx, { person: person.id, roles: form.value['roles[]'] });
        return seeOther(`/${view.lang}/desk/people/${person.id}`);
      },
    }),
  ];
}

function resetRoutes(): AnyRoute[] {
  const path = '/desk/people/:id/reset';
  return [
    defineRoute({
      name: 'person-reset',
      verb: 'GET',
      path,
      access: ['supervisor'],
      ...grave,
      handle: async (call) => page(<ResetPage view={call.view} data={await gravePerson(call)} />),
    }),
    defineRoute({
      name: 'person-reset-do',
      verb: 'POST',
      path,
      access: ['supervisor'],
      act: 'person.reset',
      ...grave,
      form: z.object({ exposed: z.string().optional() }),
      handle: async (call) => {
        const { person } = await gravePerson(call);
        const exposed = call.form.ok && call.form.value.exposed !== undefined;
        return linkPage(call, person.alias, await resetPerson(call.ctx, { person: person.id, exposed }));
      },
    }),
  ];
}

function factorRoutes(): AnyRoute[] {
  const path = '/desk/people/:id/factor';
  return [
    defineRoute({
      name: 'person-factor',
      verb: 'GET',
      path,
      access: ['supervisor'],
      ...grave,
      handle: async (call) => page(<FactorPage view={call.view} data={await gravePerson(call)} />),
    }),
    defineRoute({
      name: 'person-factor-do',
      verb: 'POST',
      path,
      access: ['supervisor'],
      act: 'person.factor',
      ...grave,
      handle: async (call) => {
        const { person } = await gravePerson(call);
        return linkPage(call, person.alias, await renewFactor(call.ctx, person.id));
      },
    }),
  ];
}

function leaveRoutes(openCasesOf: OpenCasesOf): AnyRoute[] {
  const path = '/desk/people/:id/leave';
  return [
    defineRoute({
      name: 'person-leave',
      verb: 'GET',
      path,
      access: managers,
      ...grave,
      handle: async (call) => {
        const { person, nav } = await gravePerson(call);
        const cases = await openCasesOf(call.ctx.db, person.id);
        return page(<LeavePage view={call.view} data={{ person, cases, nav }} />);
      },
    }),
    defineRoute({
      name: 'person-leave-do',
      verb: 'POST',
      path,
      access: managers,
      act: 'person.leave',
      ...grave,
      handle: async (call) => {
        const { person } = await gravePerson(call);
        const rotated = await leave(call.ctx, person.id);
        return seeOther(
          `/${call.view.lang}${rotated.length > 0 ? '/desk/people?moved=yes' : '/desk/people'}`,
        );
      },
    }),
  ];
}
