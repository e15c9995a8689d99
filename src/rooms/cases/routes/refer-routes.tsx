// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { requireFresh } from '#platform/auth';
import {
  type AnyRoute,
  type Call,
  defineRoute,
  type FieldError,
  notFound,
  page,
  seeOther,
} from '#platform/http';
import { readInstallation } from '#platform/setup';
import { WORKERS } from '../access.ts';
import { moveReferral, referCase } from '../actions/refer-case.ts';
import { ReferPage } from '../pages/tasks/refer-page.tsx';
import { ledgerOf } from '../queries/ledger.ts';
import { openReferences, referralContent } from '../queries/referral-content.ts';
import { repeatsReporter } from '../queries/told-words.ts';
import { asksReference, needsFreshToRefer } from '../rules/referral.ts';
import { moveForm, type Refer, referForm } from '../schema.ts';
import { caseParams, fullName, onDesk, openTask, partParams, readSmall, tried, typedText } from './desk.ts';

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
  const task = await openTask(call, params.id, { typed, errors });
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
      const wrong = [...(await mailProblem(call, form.value)), ...(await wordsProblem(call, form.value))];
      if (wrong.length > 0) return draw(call, { typed, errors: wrong, preview: null });
      if (typedText(typed, 'go') !== 'write') return draw(call, { typed, errors: [], preview: form.value });
      if (needsFreshToRefer(form.value)) requireFresh(call);
      const { value, errors } = await tried('body', () => referCase(ctx, params.id, form.value));
      if (value === null) return draw(call, { typed, errors, preview: null });
      return seeOther(`/${view.lang}/desk/case/${params.id}?done=${value.waits ? 'waits' : 'sent'}`);
    },
  });
}

/** A mail goes only to an address that somebody called and checked at set-up (H20). */
async function mailProblem({ ctx, params }: CaseCall, input: Refer): Promise<FieldError[]> {
  if (input.way !== 'mail') return [];
  const { to } = await referralContent(ctx, params.id, { ...input, shared: [] });
  return to.email === '' ? [{ field: 'way', message: 'cases.refer.mail-error' }] : [];
}

/** A summary for a platform is in the desk's words: those of the reporter say who told (R9). */
async function wordsProblem({ ctx, params }: CaseCall, input: Refer): Promise<FieldError[]> {
  if (input.body !== 'platform' || !input.shared.includes('summary')) return [];
  const repeats = await repeatsReporter(ctx, { caseId: params.id, words: input.summary });
  return repeats ? [{ field: 'summary', message: 'cases.tell.quotes' }] : [];
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
      const { typed } = call.form;
      const again = (errors: FieldError[]) => draw(call, { typed, errors, preview: null });
      const form = readSmall(moveForm, typed);
      if (!form.ok) return again(form.errors);
      const { to, reference, words } = form.value;
      const line = (await ledgerOf(ctx.db, params.id)).find(({ id }) => id === params.part);
      if (line === undefined) return notFound();
      if (asksReference(to) && reference === '' && !line.hasReference)
        return again([{ field: fullName(typed, 'reference'), message: 'cases.refer.reference-error' }]);
      if (to === 'sent' && needsFreshToRefer(line)) requireFresh(call, `/desk/case/${params.id}/refer`);
      const move = { caseId: params.id, id: params.part, to, reference, words };
      const { errors } = await tried(fullName(typed, 'to'), () => moveReferral(ctx, move));
      return errors.length > 0 ? again(errors) : seeOther(`/${view.lang}/desk/case/${params.id}/refer`);
    },
  });
}
