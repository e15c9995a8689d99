// SPDX-License-Identifier: EUPL-1.2
import { endSession } from '#platform/auth';
import { atomically } from '#platform/ctx';
import { type AnyRoute, type Call, defineRoute, page, seeOther } from '#platform/http';
import type { FieldErrors } from '#platform/ui';
import { householdOf, NO_ENTRY } from '../access.ts';
import { deleteHousehold } from '../actions/delete-household.ts';
import { makeCode, makeHousehold } from '../actions/make-household.ts';
import { CodePage } from '../pages/code-page.tsx';
import { DeletedPage, DeletePage } from '../pages/delete-pages.tsx';
import { FamilyPage } from '../pages/family-page.tsx';
import { FAMILY, HOME } from '../pages/frame.tsx';
import { WhatPage } from '../pages/what-page.tsx';
import { familyOf } from '../queries/family.ts';
import { deleteForm, passwordForm } from '../schema.ts';
import { readShown } from '../shown.ts';
import { mayGoOn, sessionOf } from './asking.ts';

const CODE = `${HOME}/code`;
const DELETE = `${HOME}/delete`;

/** Beginning, the family's code, its start page, and the end. */
export function householdRoutes(): AnyRoute[] {
  return [
    what(),
    start(),
    showCode(),
    postCode(),
    showFamily(),
    signOut(),
    showDelete(),
    postDelete(),
    deleted(),
  ];
}

function what(): AnyRoute {
  return defineRoute({
    name: 'guard-what',
    verb: 'GET',
    path: HOME,
    access: 'public',
    cache: 'public',
    handle: ({ view }) => page(<WhatPage view={view} />),
  });
}

function start(): AnyRoute {
  return defineRoute({
    name: 'guard-start',
    verb: 'POST',
    path: `${HOME}/start`,
    access: 'public',
    area: 'family',
    act: NO_ENTRY,
    handle: async ({ ctx, view, limiter }) => {
      mayGoOn(limiter);
      return seeOther(`/${view.lang}${CODE}`, { cookies: [await makeHousehold(ctx)] });
    },
  });
}

function showCode(): AnyRoute {
  return defineRoute({
    name: 'guard-code',
    verb: 'GET',
    path: CODE,
    access: 'family',
    area: 'family',
    handle: async (call) => page(await codePage(call, [])),
  });
}

async function codePage(call: Call, errors: FieldErrors) {
  const { ctx, view } = call;
  const household = householdOf(ctx.actor);
  const family = await familyOf(ctx);
  const code = await readShown(ctx.db, { session: sessionOf(call), household, about: household }, ctx.now);
  const next = family.children.length === 0 ? `${HOME}/child` : FAMILY;
  const { hasCode, hasPassword } = family;
  return <CodePage view={view} data={{ code, hasCode, hasPassword, next, errors }} />;
}

function postCode(): AnyRoute {
  return defineRoute({
    name: 'guard-code-make',
    verb: 'POST',
    path: CODE,
    access: 'family',
    area: 'family',
    act: NO_ENTRY,
    form: passwordForm,
    handle: async (call) => {
      if (!call.form.ok) return page(await codePage(call, call.form.errors), { status: 422 });
      await makeCode(call.ctx, sessionOf(call), call.form.value.password);
      return seeOther(`/${call.lang}${CODE}`);
    },
  });
}

function showFamily(): AnyRoute {
  return defineRoute({
    name: 'guard-family',
    verb: 'GET',
    path: FAMILY,
    access: 'family',
    area: 'family',
    handle: async ({ ctx, view }) => page(<FamilyPage view={view} family={await familyOf(ctx)} />),
  });
}

function signOut(): AnyRoute {
  return defineRoute({
    name: 'guard-sign-out',
    verb: 'POST',
    path: `${FAMILY}/sign-out`,
    access: 'family',
    area: 'family',
    act: NO_ENTRY,
    handle: async (call) => {
      const cookie = await atomically(call.ctx, ({ db }) => endSession(db, sessionOf(call)));
      return seeOther(`/${call.lang}${HOME}`, { cookies: [cookie] });
    },
  });
}

function showDelete(): AnyRoute {
  return defineRoute({
    name: 'guard-delete',
    verb: 'GET',
    path: DELETE,
    access: 'family',
    area: 'family',
    handle: ({ view }) => page(<DeletePage view={view} errors={[]} />),
  });
}

function postDelete(): AnyRoute {
  return defineRoute({
    name: 'guard-delete-all',
    verb: 'POST',
    path: DELETE,
    access: 'family',
    area: 'family',
    act: 'household.delete',
    form: deleteForm,
    handle: async (call) => {
      const { ctx, view, form } = call;
      if (!form.ok) return page(<DeletePage view={view} errors={form.errors} />, { status: 422 });
      await deleteHousehold(ctx);
      const cookie = await atomically(ctx, ({ db }) => endSession(db, sessionOf(call)));
      return seeOther(`/${view.lang}${HOME}/deleted`, { cookies: [cookie] });
    },
  });
}

function deleted(): AnyRoute {
  return defineRoute({
    name: 'guard-deleted',
    verb: 'GET',
    path: `${HOME}/deleted`,
    access: 'public',
    area: 'family',
    handle: ({ view }) => page(<DeletedPage view={view} />),
  });
}
