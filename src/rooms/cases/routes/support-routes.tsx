// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { type AnyRoute, type Call, defineRoute, page, seeOther } from '#platform/http';
import { WORKERS } from '../access.ts';
import { addFollowUp, doneFollowUp, endSupport, supportChild } from '../actions/support-child.ts';
import { SupportPage } from '../pages/tasks/support-page.tsx';
import { supportOf } from '../queries/support.ts';
import { enoughForm, followUpForm, supportForm } from '../schema.ts';
import { caseParams, onDesk, partParams, taskData } from './desk.ts';

type CaseCall = Call<z.output<typeof caseParams>>;
const desk = { ...onDesk, access: WORKERS, params: caseParams } as const;

/** Who stands by a harmed child, until enough. */
export function supportRoutes(): AnyRoute[] {
  return [showSupport(), postSupport(), postFollowUp(), postDone(), postEnough()];
}

async function draw(call: CaseCall, form?: Parameters<typeof taskData>[2]) {
  const { ctx, view, params } = call;
  const data = {
    ...(await taskData(call, params.id, form)),
    plan: await supportOf(ctx, params.id),
    today: ctx.now.toISOString().slice(0, 10),
  };
  return page(<SupportPage view={view} data={data} />, { status: form === undefined ? 200 : 422 });
}

const back = ({ view, params }: CaseCall, done = '') =>
  seeOther(`/${view.lang}/desk/case/${params.id}${done === '' ? '/support' : `?done=${done}`}`);

function showSupport(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'desk-support',
    verb: 'GET',
    path: '/desk/case/:id/support',
    handle: (call) => draw(call),
  });
}

function postSupport(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'desk-support-save',
    verb: 'POST',
    path: '/desk/case/:id/support',
    act: 'case.support',
    form: supportForm,
    handle: async (call) => {
      if (!call.form.ok) return draw(call, call.form);
      await supportChild(call.ctx, { caseId: call.params.id, ...call.form.value });
      return back(call);
    },
  });
}

function postFollowUp(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'desk-follow-up',
    verb: 'POST',
    path: '/desk/case/:id/follow-up',
    act: 'case.follow-up',
    form: followUpForm,
    handle: async (call) => {
      if (!call.form.ok) return draw(call, call.form);
      await addFollowUp(call.ctx, { caseId: call.params.id, ...call.form.value });
      return back(call);
    },
  });
}

function postDone(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'desk-follow-up-done',
    verb: 'POST',
    path: '/desk/case/:id/follow-up/:part',
    act: 'case.follow-up-done',
    params: partParams,
    handle: async (call) => {
      await doneFollowUp(call.ctx, { caseId: call.params.id, id: call.params.part });
      return back(call);
    },
  });
}

function postEnough(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'desk-enough',
    verb: 'POST',
    path: '/desk/case/:id/enough',
    act: 'case.support-ended',
    form: enoughForm,
    handle: async (call) => {
      if (!call.form.ok) return draw(call, call.form);
      await endSupport(call.ctx, { caseId: call.params.id, ...call.form.value });
      return back(call, 'enough');
    },
  });
}
