// SPDX-License-Identifier: EUPL-1.2
import { type AnyRoute, defineRoute, page, seeOther } from '#platform/http';
import { householdOf, NO_ENTRY } from '../access.ts';
import { makeChildLink } from '../actions/child-page.ts';
import { changeLevel } from '../actions/save-child.ts';
import { neverClosed, openToOf } from '../level.ts';
import { childPath, HOME } from '../pages/frame.tsx';
import { LevelPage } from '../pages/level-page.tsx';
import { ShowPage } from '../pages/show-page.tsx';
import { childOfFamily } from '../queries/family.ts';
import { childParams, levelForm } from '../schema.ts';
import { readShown } from '../shown.ts';
import { sessionOf } from './asking.ts';

const CHILD = `${HOME}/child/:child`;
const family = { access: 'family', area: 'family' } as const;

/** A child's rules: set by the family, and shown to the child. */
export function levelRoutes(): AnyRoute[] {
  return [showLevel(), postLevel(), showPage(), postPage()];
}

function showLevel(): AnyRoute {
  return defineRoute({
    ...family,
    name: 'guard-level-page',
    verb: 'GET',
    path: `${CHILD}/level`,
    params: childParams,
    handle: async ({ ctx, view, params }) => {
      const child = await childOfFamily(ctx, params.child);
      return page(<LevelPage view={view} child={child} never={neverClosed} />);
    },
  });
}

function postLevel(): AnyRoute {
  return defineRoute({
    ...family,
    name: 'guard-level',
    verb: 'POST',
    path: `${CHILD}/level`,
    act: NO_ENTRY,
    params: childParams,
    form: levelForm,
    handle: async (call) => {
      const { child } = call.params;
      if (call.form.ok && !call.form.value.keep) await changeLevel(call.ctx, child, call.form.value.answers);
      return seeOther(`/${call.lang}${childPath(child)}?done=rules`);
    },
  });
}

function showPage(): AnyRoute {
  return defineRoute({
    ...family,
    name: 'guard-show-page',
    verb: 'GET',
    path: `${CHILD}/show`,
    params: childParams,
    handle: async (call) => {
      const { ctx, view, params, origin } = call;
      const child = await childOfFamily(ctx, params.child);
      const place = { session: sessionOf(call), household: householdOf(ctx.actor), about: child.id };
      const token = await readShown(ctx.db, place, ctx.now);
      const link = token === null ? null : `${origin}/k/${token}`;
      const data = { child, never: neverClosed, openTo: openToOf(child.ageGroup), link };
      return page(<ShowPage view={view} data={data} />);
    },
  });
}

function postPage(): AnyRoute {
  return defineRoute({
    ...family,
    name: 'guard-show',
    verb: 'POST',
    path: `${CHILD}/show`,
    act: NO_ENTRY,
    params: childParams,
    handle: async (call) => {
      await makeChildLink(call.ctx, sessionOf(call), call.params.child);
      return seeOther(`/${call.lang}${childPath(call.params.child)}/show#link`);
    },
  });
}
