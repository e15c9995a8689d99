// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type Answer, type AnyRoute, type Call, defineRoute, page, seeOther } from '#platform/http';
import { NO_ENTRY } from '../access.ts';
import { deleteChild } from '../actions/delete-household.ts';
import { addChild, changeChild } from '../actions/save-child.ts';
import { ChildFormPage, type ChildFormView } from '../pages/child-form-page.tsx';
import { ChildPage } from '../pages/child-page.tsx';
import { DeleteChildPage } from '../pages/delete-pages.tsx';
import { childPath, FAMILY, HOME } from '../pages/frame.tsx';
import { childOfFamily } from '../queries/family.ts';
import { childForm, childParams } from '../schema.ts';
import type { RouteServices } from '../services.ts';
import { typedText } from './asking.ts';

const CHILD = `${HOME}/child/:child`;
const family = { access: 'family', area: 'family' } as const;
const doneQuery = z.object({ done: z.enum(['rules', 'network']).nullable().catch(null) });

/** A child: who it is, and what is done and left to do. */
export function childRoutes(services: RouteServices): AnyRoute[] {
  return [
    ...[showNew(services), postNew(services), showChange(services), postChange(services)],
    ...[showChild(), showDelete(), postDelete()],
  ];
}

type Fields = Pick<ChildFormView, 'id' | 'name'>;

function formAgain(call: Call, services: RouteServices, fields: Fields): Answer {
  const typed = { name: typedText(call, 'name'), age: typedText(call, 'age'), lang: typedText(call, 'lang') };
  const form = { ...fields, typed, open: services.openLanguages(), errors: call.form.errors };
  return page(<ChildFormPage view={call.view} form={form} />, { status: 422 });
}

function showNew(services: RouteServices): AnyRoute {
  return defineRoute({
    ...family,
    name: 'guard-child-new',
    verb: 'GET',
    path: `${HOME}/child`,
    handle: ({ view }) => {
      const typed = { name: '', age: '', lang: view.lang };
      const form = { id: null, name: '', typed, open: services.openLanguages(), errors: [] };
      return page(<ChildFormPage view={view} form={form} />);
    },
  });
}

function postNew(services: RouteServices): AnyRoute {
  return defineRoute({
    ...family,
    name: 'guard-child-add',
    verb: 'POST',
    path: `${HOME}/child`,
    act: NO_ENTRY,
    form: childForm,
    handle: async (call) => {
      if (!call.form.ok) return formAgain(call, services, { id: null, name: '' });
      const { name, age, lang } = call.form.value;
      const id = await addChild(call.ctx, { name, ageGroup: age, lang });
      return seeOther(`/${call.lang}${childPath(id)}/level`);
    },
  });
}

function showChange(services: RouteServices): AnyRoute {
  return defineRoute({
    ...family,
    name: 'guard-child-change-page',
    verb: 'GET',
    path: `${CHILD}/change`,
    params: childParams,
    handle: async ({ ctx, view, params }) => {
      const { id, name, ageGroup, lang } = await childOfFamily(ctx, params.child);
      const typed = { name, age: ageGroup, lang };
      const form = { id, name, typed, open: services.openLanguages(), errors: [] };
      return page(<ChildFormPage view={view} form={form} />);
    },
  });
}

function postChange(services: RouteServices): AnyRoute {
  return defineRoute({
    ...family,
    name: 'guard-child-change',
    verb: 'POST',
    path: `${CHILD}/change`,
    act: NO_ENTRY,
    params: childParams,
    form: childForm,
    handle: async (call) => {
      const { id, name: before } = await childOfFamily(call.ctx, call.params.child);
      if (!call.form.ok) return formAgain(call, services, { id, name: before });
      const { name, age, lang } = call.form.value;
      await changeChild(call.ctx, id, { name, ageGroup: age, lang });
      return seeOther(`/${call.lang}${childPath(id)}/level`);
    },
  });
}

function showChild(): AnyRoute {
  return defineRoute({
    ...family,
    name: 'guard-child',
    verb: 'GET',
    path: CHILD,
    params: childParams,
    query: doneQuery,
    handle: async ({ ctx, view, params, query }) => {
      const child = await childOfFamily(ctx, params.child);
      return page(<ChildPage view={view} child={child} done={query.done} />);
    },
  });
}

function showDelete(): AnyRoute {
  return defineRoute({
    ...family,
    name: 'guard-child-delete-page',
    verb: 'GET',
    path: `${CHILD}/delete`,
    params: childParams,
    handle: async ({ ctx, view, params }) =>
      page(<DeleteChildPage view={view} child={await childOfFamily(ctx, params.child)} />),
  });
}

function postDelete(): AnyRoute {
  return defineRoute({
    ...family,
    name: 'guard-child-delete',
    verb: 'POST',
    path: `${CHILD}/delete`,
    act: NO_ENTRY,
    params: childParams,
    handle: async ({ ctx, lang, params }) => {
      await deleteChild(ctx, params.child);
      return seeOther(`/${lang}${FAMILY}`);
    },
  });
}
