// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { type AnyRoute, type Call, defineRoute, page, seeOther } from '#platform/http';
import { WORKERS } from '../access.ts';
import { addFollowUp, doneFollowUp, endSupport, supportChild } from '../actions/support-child.ts';
import { SupportPage } from '../pages/tasks/support-page.tsx';
import { supportOf } from '../queries/support.ts';
import { enoughForm, followUpForm, supportForm } from '../schema.ts';
import { caseParams, onDesk, openTask, partParams, tried } from './desk.ts';

type CaseCall = Call<z.output<typeof caseParams>>;
const desk = { ...onDesk, access: WORKERS, params: caseParams } as const;

/** Who stands by a harmed child, until enough. */
export function supportRoutes(): AnyRoute[] {
  return [showSupport(), postSupport(), postFollowUp(), postDone(), postEnough()];
}

async function draw(call: CaseCall, form?: Parameters<typeof openTask>[2]) {
  const { ctx, view, params } = call;
  const data = {
    ...(await openTask(call, params.id, form)),
    plan: await supportOf(ctx, params.id),
    today: ctx.now.toISOString().slice(0, 10),
  };
  return page(<SupportPage view={view} data={data} />, { status: form === undefined ? 200 : 422 });
}

/** Draws the page again where the plan does not stand as it said. */
async function done(call: CaseCall, field: string, run: () => Promise<void>) {
  const { errors } = await tried(field, run);
  return errors.length === 0 ? null : draw(call, { typed: call.form.typed, errors });
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
      const plan = { caseId: call.params.id, ...call.form.value };
      return (await done(call, 'who', () => supportChild(call.ctx, plan))) ?? back(call);
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
      const followUp = { caseId: call.params.id, ...call.form.value };
      return (await done(call, 'on', () => addFollowUp(call.ctx, followUp))) ?? back(call);
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
      const enough = { caseId: call.params.id, ...call.form.value };
      return (await done(call, 'words', () => endSupport(call.ctx, enough))) ?? back(call, 'enough');
    },
  });
}
