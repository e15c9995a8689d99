// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { type AnyRoute, type Call, defineRoute, page, seeOther } from '#platform/http';
import { WORKERS } from '../access.ts';
import { closeCase } from '../actions/close-case.ts';
import { ClosePage } from '../pages/tasks/close-page.tsx';
import type { CloseProblem } from '../rules/closing.ts';
import { closeForm } from '../schema.ts';
import { caseParams, onDesk, taskData, tried } from './desk.ts';

const close = { ...onDesk, path: '/desk/case/:id/close', access: WORKERS, params: caseParams } as const;

/** D8: how a case ends. */
export function closeRoutes(): AnyRoute[] {
  return [
    defineRoute({
      ...close,
      name: 'desk-close',
      verb: 'GET',
      handle: (call) => draw(call, { form: { typed: {}, errors: [] }, problems: [] }),
    }),
    defineRoute({
      ...close,
      name: 'desk-close-save',
      verb: 'POST',
      act: 'case.closed',
      form: closeForm,
      handle: async (call) => {
        const { ctx, view, params, form } = call;
        if (!form.ok) return draw(call, { form, problems: [] });
        const { outcome, untold, words } = form.value;
        const asked = { caseId: params.id, outcome, words, untold: untold === '' ? null : untold };
        const { value, errors } = await tried('words', () => closeCase(ctx, asked));
        const problems = value ?? [];
        if (errors.length > 0) return draw(call, { form: { typed: form.typed, errors }, problems });
        return problems.length > 0 ? draw(call, { form, problems }) : seeOther(`/${view.lang}/desk/feeling`);
      },
    }),
  ];
}

interface Shown {
  form: Parameters<typeof taskData>[2];
  problems: readonly CloseProblem[];
}

async function draw(call: Call<z.output<typeof caseParams>>, { form, problems }: Shown) {
  const data = { ...(await taskData(call, call.params.id, form)), problems };
  const wrong = problems.length > 0 || data.errors.length > 0;
  return page(<ClosePage view={call.view} data={data} />, { status: wrong ? 422 : 200 });
}
