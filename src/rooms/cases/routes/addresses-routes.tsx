// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type AnyRoute, type Call, defineRoute, page, seeOther } from '#platform/http';
import { READERS, WORKERS } from '../access.ts';
import { answerRows } from '../actions/answer-reporter.ts';
import { AddressesPage } from '../pages/tasks/addresses-page.tsx';
import { caseAddresses, countAddresses } from '../queries/addresses.ts';
import { rowsForm } from '../schema.ts';
import { caseParams, onDesk, openToRead, tried } from './desk.ts';

const A_PAGE = 50;
const asked = z.object({ page: z.coerce.number().int().min(1).max(100).catch(1) });
const addresses = { ...onDesk, path: '/desk/case/:id/addresses', params: caseParams } as const;

/** All addresses of a case, and the answers to the rows of a company's list. */
export function addressesRoutes(): AnyRoute[] {
  return [
    defineRoute({
      ...addresses,
      name: 'desk-addresses',
      verb: 'GET',
      access: READERS,
      query: asked,
      handle: (call) => draw(call, call.query.page),
    }),
    defineRoute({
      ...addresses,
      name: 'desk-addresses-answer',
      verb: 'POST',
      access: WORKERS,
      act: 'case.rows-answered',
      form: rowsForm,
      handle: async (call) => {
        const { ctx, view, params, form } = call;
        if (!form.ok) return draw(call, pageOf(form.typed));
        const { report: reportId, items, answer } = form.value;
        const { errors } = await tried('answer', () =>
          answerRows(ctx, { caseId: params.id, reportId, items, answer }),
        );
        if (errors.length > 0) return draw(call, pageOf(form.typed), errors);
        return seeOther(`/${view.lang}/desk/case/${params.id}?done=rows`);
      },
    }),
  ];
}

/** The page on which the rows were ticked. */
const pageOf = (typed: Call['form']['typed']) => asked.parse({ page: typed.page }).page;

async function draw(call: Call<z.output<typeof caseParams>>, at: number, errors = call.form.errors) {
  const { ctx, view, params, form } = call;
  const data = {
    ...(await openToRead(call, params.id, { typed: form.typed, errors })),
    addresses: await caseAddresses(ctx, { caseId: params.id, from: (at - 1) * A_PAGE, most: A_PAGE }),
    page: at,
    pages: Math.ceil((await countAddresses(ctx, params.id)) / A_PAGE),
  };
  return page(<AddressesPage view={view} data={data} />, { status: data.errors.length > 0 ? 422 : 200 });
}
