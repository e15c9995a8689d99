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
import { checkHost, REASONS } from '#ratings';
import { READERS, WORKERS } from '../access.ts';
import { releaseRating, undoRating } from '../actions/agree-assessment.ts';
import { assessCase, RATED } from '../actions/assess-case.ts';
import { AssessPage } from '../pages/tasks/assess-page.tsx';
import { DecidePage, type RateableAddress } from '../pages/tasks/decide-page.tsx';
import { type CaseAddress, caseAddresses } from '../queries/addresses.ts';
import { ratesGrave } from '../queries/assessments.ts';
import { readAddress } from '../rules/address.ts';
import { type HostStanding, isGrave, usualTarget } from '../rules/assessment.ts';
import { assessForm, type What, whatForm } from '../schema.ts';
import { caseParams, onDesk, openTask, partParams, taskData, tried, typedText } from './desk.ts';

const PATH = '/desk/case/:id/assess';

/** D4 in two pages, and what becomes of a rating. */
export function assessRoutes(): AnyRoute[] {
  return [showAssess(), postAssess(), ratingRoute('release'), ratingRoute('undo')];
}

function showAssess(): AnyRoute {
  return defineRoute({
    ...onDesk,
    name: 'desk-assess',
    verb: 'GET',
    path: PATH,
    access: WORKERS,
    params: caseParams,
    handle: async (call) => page(<AssessPage view={call.view} data={await taskData(call, call.params.id)} />),
  });
}

type CaseCall = Call<z.output<typeof caseParams>>;

function postAssess(): AnyRoute {
  return defineRoute({
    ...onDesk,
    name: 'desk-assess-save',
    verb: 'POST',
    path: PATH,
    access: WORKERS,
    act: 'case.assessed',
    params: caseParams,
    handle: async (call) => {
      const { typed } = call.form;
      const what = readForm(whatForm, typed);
      const go = typedText(typed, 'go');
      if (!what.ok || go === 'back') {
        const data = await taskData(call, call.params.id, { typed, errors: what.ok ? [] : what.errors });
        return page(<AssessPage view={call.view} data={data} />, { status: what.ok ? 200 : 422 });
      }
      if (isGrave(what.value)) requireFresh(call);
      return go === 'decide' ? decide(call, what.value) : decidePage(call, what.value, []);
    },
  });
}

async function decide(call: CaseCall, what: What) {
  const { ctx, view, params } = call;
  const form = readForm(assessForm, call.form.typed);
  if (!form.ok) return decidePage(call, what, form.errors);
  const assessed = { ...form.value, lang: view.lang };
  const { value: needs, errors } = await tried('words', () => assessCase(ctx, params.id, assessed));
  if (errors.length > 0) return decidePage(call, what, errors);
  return seeOther(`/${view.lang}/desk/case/${params.id}?done=${needs === 'none' ? 'assessed' : 'waits'}`);
}

async function decidePage(call: CaseCall, what: What, errors: FieldError[]) {
  const { ctx, view, params } = call;
  const addresses = await caseAddresses(ctx, { caseId: params.id });
  const data = {
    ...(await openTask(call, params.id, { typed: call.form.typed, errors })),
    what,
    addresses: await Promise.all(addresses.map((address) => rateable(ctx, address))),
    categories: RATED,
    reasons: REASONS,
  };
  return page(<DecidePage view={view} data={data} />, { status: errors.length > 0 ? 422 : 200 });
}

async function rateable(ctx: Ctx, { itemId, address, harmless }: CaseAddress): Promise<RateableAddress> {
  const read = readAddress(address);
  const known: HostStanding | null = read === null ? null : await checkHost(ctx.db, read.host);
  const standing = known === null ? null : known.isShared ? 'shared' : (known.standing ?? 'free');
  const usual = usualTarget(read === null ? null : { hasPath: read.hasPath, known });
  return { itemId, harmless, standing, usual };
}

/** One press releases what a hold kept back; one press undoes, as fast. */
function ratingRoute(verb: 'release' | 'undo'): AnyRoute {
  return defineRoute({
    ...onDesk,
    name: `desk-rating-${verb}`,
    verb: 'POST',
    path: `/desk/case/:id/${verb}/:part`,
    access: verb === 'release' ? READERS : WORKERS,
    act: verb === 'release' ? 'ratings.release' : 'ratings.undo',
    params: partParams,
    handle: async (call) => {
      const { ctx, view, params } = call;
      const rated = { caseId: params.id, id: params.part };
      if (verb === 'release' && (await ratesGrave(ctx.db, rated)))
        requireFresh(call, `/desk/case/${params.id}?look=yes`);
      await (verb === 'release' ? releaseRating(ctx, rated) : undoRating(ctx, rated));
      const done = verb === 'release' ? 'released' : 'undone';
      return seeOther(`/${view.lang}/desk/case/${params.id}?done=${done}`);
    },
  });
}
