// SPDX-License-Identifier: EUPL-1.2
import { requireFresh } from '#platform/auth';
import { type AnyRoute, defineRoute, type FieldError, page, seeOther } from '#platform/http';
import { WORKERS } from '../access.ts';
import { askToLift, renewHold, setHold } from '../actions/hold-case.ts';
import { HoldPage } from '../pages/tasks/hold-page.tsx';
import { holdForm } from '../schema.ts';
import { caseParams, onDesk, taskData, tried } from './desk.ts';

const hold = {
  ...onDesk,
  path: '/desk/case/:id/hold',
  access: WORKERS,
  params: caseParams,
} as const;

const DONE = { set: 'held', renew: 'renewed', 'ask-lift': 'lift-asked' } as const;

/** Police first (H2). Setting and lifting are grave acts, so both ask for a fresh factor. */
export function holdRoutes(): AnyRoute[] {
  return [showHold(), postHold()];
}

function showHold(): AnyRoute {
  return defineRoute({
    ...hold,
    name: 'desk-hold',
    verb: 'GET',
    handle: async (call) => {
      requireFresh(call);
      return page(<HoldPage view={call.view} data={await taskData(call, call.params.id)} />);
    },
  });
}

function postHold(): AnyRoute {
  return defineRoute({
    ...hold,
    name: 'desk-hold-save',
    verb: 'POST',
    act: 'hold.set',
    form: holdForm,
    handle: async (call) => {
      const { ctx, view, params, form } = call;
      requireFresh(call);
      const again = async (errors: FieldError[]) => {
        const data = await taskData(call, params.id, { typed: form.typed, errors });
        return page(<HoldPage view={view} data={data} />, { status: 422 });
      };
      if (!form.ok) return again(form.errors);
      const { act, words } = form.value;
      const run = { set: setHold, renew: renewHold, 'ask-lift': askToLift }[act];
      const { errors } = await tried('words', () => run(ctx, { caseId: params.id, words }));
      if (errors.length > 0) return again(errors);
      return seeOther(`/${view.lang}/desk/case/${params.id}?done=${DONE[act]}`);
    },
  });
}
