// SPDX-License-Identifier: EUPL-1.2

import { z } from 'zod';
import { holds, personOf } from '#platform/ctx';
import { type AnyRoute, type Call, defineRoute, type FieldError, page } from '#platform/http';
import { mayWork, READERS } from '../access.ts';
import { lookAtAddresses } from '../actions/queue/look-at-addresses.ts';
import { CasePage } from '../pages/case/case-page.tsx';
import { caseHead } from '../queries/case-file.ts';
import { workers } from '../queries/people.ts';
import { readersOf } from '../queries/readers.ts';
import { CASE_DONE, type CaseDone } from '../schema.ts';
import { caseParams, deskOf, onDesk, openFile } from './desk.ts';

export type CaseCall = Call<z.output<typeof caseParams>>;

const asked = z.object({
  look: z.string().optional(),
  done: z.enum(CASE_DONE).nullable().catch(null),
});

/** D2: one case. It opens for whoever has it; anybody else of the desk says first that they want to look. */
export function showCase(): AnyRoute {
  return defineRoute({
    ...onDesk,
    name: 'desk-case',
    verb: 'GET',
    path: '/desk/case/:id',
    access: READERS,
    params: caseParams,
    query: asked,
    handle: (call) =>
      drawCase(call, { looks: call.query.look !== undefined, done: call.query.done, errors: [] }),
  });
}

interface Shown {
  looks: boolean;
  done: CaseDone | null;
  errors: FieldError[];
}

/** The page of a case; with 422 where a small form on it could not be used. */
export async function drawCase(call: CaseCall, { looks, done, errors }: Shown) {
  const { ctx, view, params } = call;
  // Somebody may come by a link before anybody saw the queue, where addresses are found otherwise.
  await lookAtAddresses(ctx);
  const head = await caseHead(ctx, params.id);
  const as = head.mine ? ('own' as const) : looks ? ('look' as const) : null;
  const data = {
    ...(await deskOf(call)),
    head,
    file: as === null ? null : await openFile(ctx, head, as),
    works: mayWork(ctx.actor),
    isSupervisor: holds(ctx.actor, 'supervisor'),
    me: personOf(ctx.actor),
    people: await workers(ctx.db, await readersOf(ctx.db, head.row)),
    done,
    typed: call.form.typed,
    errors,
  };
  return page(<CasePage view={view} data={data} />, { status: errors.length > 0 ? 422 : 200 });
}
