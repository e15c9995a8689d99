// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { atomically, type Ctx } from '#platform/ctx';
import { type AnyRoute, defineRoute, page, seeOther } from '#platform/http';
import { mayWork, READERS, WORKERS } from '../access.ts';
import { lookAtAddresses } from '../actions/queue/look-at-addresses.ts';
import { comeBack, isResting, restNow } from '../actions/queue/rest.ts';
import { takeNext } from '../actions/queue/take-case.ts';
import { count } from '../actions/record.ts';
import { QueuePage } from '../pages/queue/queue-page.tsx';
import type { QueuePageView } from '../pages/queue/queue-view.ts';
import { FeelingPage } from '../pages/tasks/close-page.tsx';
import { findByLabel, queueCounts, queueLanguages, queueList, SHOWN } from '../queries/queue-view.ts';
import { NEEDS, type Need } from '../rules/priority.ts';
import { canForm, feelingForm } from '../schema.ts';
import { deskOf, onDesk } from './desk.ts';

const A_PAGE = 50;
const DONE = ['nothing-next', 'no-such-case', 'deleted', 'rest', 'restricted'] as const;

const asked = z.object({
  show: z.enum(SHOWN).catch('waiting'),
  kind: z.string().max(20).catch(''),
  lang: z.string().max(2).catch(''),
  channel: z.string().max(10).catch(''),
  due: z.enum(['', 'late', 'today']).catch(''),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
  can: z.union([z.string(), z.array(z.string())]).optional(),
  case: z.string().max(20).optional(),
  done: z.enum(DONE).nullable().catch(null),
});

/** D1, and what a person says about their own day. */
export function queueRoutes(): AnyRoute[] {
  return [showQueue(), next(), rest(), askFeeling(), saveFeeling()];
}

function showQueue(): AnyRoute {
  return defineRoute({
    ...onDesk,
    name: 'desk-queue',
    verb: 'GET',
    path: '/desk',
    access: READERS,
    query: asked,
    handle: async (call) => {
      const { ctx, view, query } = call;
      if (query.case !== undefined && query.case !== '') {
        const found = await findByLabel(ctx, query.case);
        return seeOther(`/${view.lang}/desk${found === null ? '?done=no-such-case' : `/case/${found}`}`);
      }
      await lookAtAddresses(ctx);
      const desk = await deskOf(call);
      return page(<QueuePage view={view} data={{ ...desk, ...(await queuePage(ctx, query)) }} />);
    },
  });
}

async function queuePage(ctx: Ctx, query: z.output<typeof asked>) {
  const { show, kind, lang, channel, due, done } = query;
  const filter = { show, kind, lang, channel, due };
  const list = await queueList(ctx, filter, { from: (query.page - 1) * A_PAGE, most: A_PAGE });
  const data: Omit<QueuePageView, 'nav' | 'where' | 'now'> = {
    filter,
    done,
    rows: list.rows,
    page: query.page,
    pages: Math.ceil(list.all / A_PAGE),
    counts: await queueCounts(ctx),
    languages: await queueLanguages(ctx),
    can: canOf(query.can),
    resting: await isResting(ctx),
    works: mayWork(ctx.actor),
  };
  return data;
}

/** What the address says this person can take; everything, until they say. */
function canOf(asked: string | string[] | undefined): Need[] {
  const said = [asked ?? []].flat();
  return said.length === 0 ? [...NEEDS] : NEEDS.filter((need) => said.includes(need));
}

function next(): AnyRoute {
  return defineRoute({
    ...onDesk,
    name: 'desk-next',
    verb: 'POST',
    path: '/desk/next',
    access: WORKERS,
    act: 'case.taken',
    form: canForm,
    handle: async ({ ctx, view, form }) => {
      // What came a moment ago may be about an address that somebody works on already.
      await lookAtAddresses(ctx);
      const can = form.ok ? form.value.can : [];
      const found = await takeNext(ctx, can);
      if (found !== null) return seeOther(`/${view.lang}/desk/case/${found}`);
      const kept = new URLSearchParams([['done', 'nothing-next'], ...can.map((need) => ['can', need])]);
      return seeOther(`/${view.lang}/desk?${kept}`);
    },
  });
}

function rest(): AnyRoute {
  return defineRoute({
    name: 'desk-rest',
    verb: 'POST',
    path: '/desk/rest',
    area: 'desk',
    access: WORKERS,
    act: { none: 'how somebody feels today is nobody’s record' },
    form: z.object({ rest: z.enum(['yes', 'no']).catch('yes') }),
    handle: async ({ ctx, view, form }) => {
      const rests = !form.ok || form.value.rest === 'yes';
      await (rests ? restNow(ctx) : comeBack(ctx));
      return seeOther(`/${view.lang}/desk${rests ? '?done=rest' : ''}`);
    },
  });
}

function askFeeling(): AnyRoute {
  return defineRoute({
    ...onDesk,
    name: 'desk-feeling',
    verb: 'GET',
    path: '/desk/feeling',
    access: WORKERS,
    handle: async (call) => page(<FeelingPage view={call.view} desk={await deskOf(call)} />),
  });
}

function saveFeeling(): AnyRoute {
  return defineRoute({
    name: 'desk-feeling-save',
    verb: 'POST',
    path: '/desk/feeling',
    area: 'desk',
    access: WORKERS,
    act: { none: 'counted without a person, or not at all' },
    form: feelingForm,
    handle: async ({ ctx, view, form }) => {
      const feeling = form.ok ? form.value.feeling : undefined;
      if (feeling === 'break') await restNow(ctx);
      else if (feeling !== undefined) await atomically(ctx, (inner) => count(inner, `feeling.${feeling}`));
      return seeOther(`/${view.lang}/desk${feeling === 'break' ? '?done=rest' : ''}`);
    },
  });
}
