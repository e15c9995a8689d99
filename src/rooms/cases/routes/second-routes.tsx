// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { requireFresh } from '#platform/auth';
import type { Ctx } from '#platform/ctx';
import {
  type AnyRoute,
  type Call,
  defineRoute,
  type FieldError,
  page,
  readForm,
  seeOther,
} from '#platform/http';
import { mayRead, SECONDS } from '../access.ts';
import { approveAct, returnAct, withdrawAct } from '../actions/decide-second.ts';
import { SecondActPage } from '../pages/second/second-act-page.tsx';
import { SecondPage } from '../pages/second/second-page.tsx';
import { assessmentsOf } from '../queries/assessments.ts';
import { caseHead } from '../queries/case-file.ts';
import { openReferral } from '../queries/referral-content.ts';
import { type SecondView, secondAct, secondInbox } from '../queries/second-view.ts';
import { secondForm } from '../schema.ts';
import { caseParams, deskOf, onDesk, openFile, tried } from './desk.ts';

/** D9: what waits for a second, different person. */
export function secondRoutes(): AnyRoute[] {
  return [showInbox(), showAct(), postAct()];
}

function showInbox(): AnyRoute {
  return defineRoute({
    ...onDesk,
    name: 'desk-second',
    verb: 'GET',
    path: '/desk/second',
    access: SECONDS,
    handle: async (call) => {
      const data = { ...(await deskOf(call, 'second')), acts: await secondInbox(call.ctx) };
      return page(<SecondPage view={call.view} data={data} />);
    },
  });
}

type ActCall = Call<z.output<typeof caseParams>>;
const act = { ...onDesk, path: '/desk/second/:id', access: SECONDS, params: caseParams } as const;

function showAct(): AnyRoute {
  return defineRoute({ ...act, name: 'desk-second-act', verb: 'GET', handle: (call) => draw(call, []) });
}

function postAct(): AnyRoute {
  return defineRoute({
    ...act,
    name: 'desk-second-decide',
    verb: 'POST',
    act: 'case.second',
    handle: async (call) => {
      const { ctx, view, params } = call;
      const form = readForm(secondForm, call.form.typed);
      if (!form.ok) return draw(call, form.errors);
      const { decision, words } = form.value;
      if (decision === 'return' && words === '')
        return draw(call, [{ field: 'words', message: 'cases.form.why' }]);
      if (decision === 'approve') requireFresh(call);
      const run = {
        approve: () => approveAct(ctx, params.id),
        return: () => returnAct(ctx, { id: params.id, words }),
        withdraw: () => withdrawAct(ctx, params.id),
      }[decision];
      const { errors } = await tried('decision', run);
      if (errors.length > 0) return draw(call, errors);
      return seeOther(`/${view.lang}/desk/second`);
    },
  });
}

async function draw(call: ActCall, errors: FieldError[]) {
  const { ctx, view, params } = call;
  const shown = await secondAct(ctx, params.id);
  const { typed } = call.form;
  const data = {
    ...(await deskOf(call, 'second')),
    ...(await openedFor(ctx, shown)),
    act: shown,
    typed: { decision: String(typed.decision ?? ''), words: String(typed.words ?? '') },
    errors,
  };
  return page(<SecondActPage view={view} data={data} />, { status: errors.length > 0 ? 422 : 200 });
}

/** What the first person saw. A custodian who is no member of the desk sees that somebody asks, and of which case. */
async function openedFor(ctx: Ctx, { act: kind, caseId, subject }: SecondView) {
  if (!mayRead(ctx.actor)) return { file: null, assessment: null, referral: null };
  const file = await openFile(ctx, await caseHead(ctx, caseId), 'second');
  const assessments = kind === 'case.assess' ? await assessmentsOf(ctx, caseId) : [];
  return {
    file,
    assessment: assessments.find(({ id }) => id === subject) ?? null,
    referral: kind === 'case.refer' ? await openReferral(ctx, { caseId, id: subject }) : null,
  };
}
