// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { type AnyRoute, type Call, defineRoute, type FieldError, page, seeOther } from '#platform/http';
import { readInstallation } from '#platform/setup';
import { WORKERS } from '../access.ts';
import { moveReferral, referCase } from '../actions/refer-case.ts';
import { ReferPage } from '../pages/tasks/refer-page.tsx';
import { openReferences, referralContent } from '../queries/referral-content.ts';
import { asksReference } from '../rules/referral.ts';
import { moveForm, type Refer, referForm } from '../schema.ts';
import { caseParams, onDesk, partParams, readSmall, taskData, typedText } from './desk.ts';

const PATH = '/desk/case/:id/refer';

/** D6: the ledger of what left the desk. */
export function referRoutes(): AnyRoute[] {
  return [showRefer(), postRefer(), postMove()];
}

type CaseCall = Call<z.output<typeof caseParams>>;

interface Shown {
  typed: Call['form']['typed'];
  errors: FieldError[];
  preview: Refer | null;
}

async function draw(call: CaseCall, { typed, errors, preview }: Shown) {
  const { ctx, view, params } = call;
  const { handOver, police, helpline } = await readInstallation(ctx.db);
  const task = await taskData(call, params.id, { typed, errors });
  const data = {
    ...task,
    preview: preview === null ? null : await referralContent(ctx, params.id, preview),
    handOver,
    known: { police, helpline },
    references: await openReferences(ctx, task.head.ledger),
  };
  return page(<ReferPage view={view} data={data} />, { status: errors.length > 0 ? 422 : 200 });
}

function showRefer(): AnyRoute {
  return defineRoute({
    ...onDesk,
    name: 'desk-refer',
    verb: 'GET',
    path: PATH,
    access: WORKERS,
    params: caseParams,
    handle: (call) => draw(call, { typed: {}, errors: [], preview: null }),
  });
}

function postRefer(): AnyRoute {
  return defineRoute({
    ...onDesk,
    name: 'desk-refer-save',
    verb: 'POST',
    path: PATH,
    access: WORKERS,
    act: 'case.referred',
    params: caseParams,
    form: referForm,
    handle: async (call) => {
      const { ctx, view, params, form } = call;
      const { typed } = form;
      if (!form.ok) return draw(call, { typed, errors: form.errors, preview: null });
      const errors = await mailProblem(call, form.value);
      if (errors.length > 0) return draw(call, { typed, errors, preview: null });
      if (typedText(typed, 'go') !== 'write') return draw(call, { typed, errors: [], preview: form.value });
      const { waits } = await referCase(ctx, params.id, form.value);
      return seeOther(`/${view.lang}/desk/case/${params.id}?done=${waits ? 'waits' : 'sent'}`);
    },
  });
}

/** A mail goes only to an address that somebody called and checked at set-up (H20). */
async function mailProblem({ ctx, params }: CaseCall, input: Refer): Promise<FieldError[]> {
  if (input.way !== 'mail') return [];
  const { to } = await referralContent(ctx, params.id, { ...input, shared: [] });
  return to.email === '' ? [{ field: 'way', message: 'cases.refer.mail-error' }] : [];
}

function postMove(): AnyRoute {
  return defineRoute({
    ...onDesk,
    name: 'desk-refer-move',
    verb: 'POST',
    path: '/desk/case/:id/refer/:part',
    access: WORKERS,
    act: 'case.referral-moved',
    params: partParams,
    handle: async (call) => {
      const { ctx, view, params } = call;
      const form = readSmall(moveForm, call.form.typed);
      if (!form.ok) return draw(call, { typed: {}, errors: form.errors, preview: null });
      const { to, reference, words } = form.value;
      if (asksReference(to) && reference === '' && (await lacksReference(call))) {
        const field =
          Object.keys(call.form.typed).find((name) => name.startsWith('reference')) ?? 'reference';
        const errors: FieldError[] = [{ field, message: 'cases.refer.reference-error' }];
        return draw(call, { typed: {}, errors, preview: null });
      }
      await moveReferral(ctx, { caseId: params.id, id: params.part, to, reference, words });
      return seeOther(`/${view.lang}/desk/case/${params.id}/refer`);
    },
  });
}

async function lacksReference(call: Call<z.output<typeof partParams>>): Promise<boolean> {
  const { head } = await taskData(call, call.params.id);
  return head.ledger.find(({ id }) => id === call.params.part)?.hasReference !== true;
}
