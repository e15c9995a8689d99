// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { requireFresh } from '#platform/auth';
import { type AnyRoute, type Call, defineRoute, page, seeOther } from '#platform/http';
import { WORKERS } from '../access.ts';
import { restrictCase } from '../actions/restrict-case.ts';
import { RestrictPage } from '../pages/tasks/restrict-page.tsx';
import { deskReaders, readersOf } from '../queries/readers.ts';
import { restrictForm } from '../schema.ts';
import { caseParams, onDesk, taskData, tried } from './desk.ts';

const restrict = { ...onDesk, path: '/desk/case/:id/restrict', access: WORKERS, params: caseParams } as const;

type CaseCall = Call<z.output<typeof caseParams>>;

/** Who may read a case that is about one of us (R20). Giving and taking keys asks for a fresh factor. */
export function restrictRoutes(): AnyRoute[] {
  return [showRestrict(), postRestrict()];
}

function showRestrict(): AnyRoute {
  return defineRoute({
    ...restrict,
    name: 'desk-restrict',
    verb: 'GET',
    handle: (call) => {
      requireFresh(call);
      return draw(call);
    },
  });
}

function postRestrict(): AnyRoute {
  return defineRoute({
    ...restrict,
    name: 'desk-restrict-save',
    verb: 'POST',
    act: 'case.restricted',
    form: restrictForm,
    handle: async (call) => {
      const { ctx, view, params, form } = call;
      requireFresh(call);
      if (!form.ok) return draw(call, form);
      const { people, words } = form.value;
      const { value, errors } = await tried('people', () =>
        restrictCase(ctx, { caseId: params.id, people, words }),
      );
      if (value === null) return draw(call, { typed: form.typed, errors });
      const next = value.reads ? `/desk/case/${params.id}?done=restricted` : '/desk?done=restricted';
      return seeOther(`/${view.lang}${next}`);
    },
  });
}

async function draw(call: CaseCall, form?: Parameters<typeof taskData>[2]) {
  const { ctx, view, params } = call;
  const task = await taskData(call, params.id, form);
  const data = {
    ...task,
    people: await deskReaders(ctx.db),
    readers: task.head.row.restricted_at === null ? [] : await readersOf(ctx.db, task.head.row),
  };
  return page(<RestrictPage view={view} data={data} />, { status: form === undefined ? 200 : 422 });
}
