// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '#platform/ctx';
import { type Answer, type AnyRoute, type Call, defineRoute, page, seeOther } from '#platform/http';
import type { FieldErrors } from '#platform/ui';
import { levelOf } from '../access.ts';
import { SupersedePage, WithdrawPage } from '../desk/ending-pages.tsx';
import { one, type Typed } from '../form/typed.ts';
import { tidyProse } from '../kind/fields.ts';
import { deskPath } from '../pages/address.ts';
import { findRecords } from '../queries/find-records.ts';
import { titleIn } from '../queries/record-view.ts';
import { supersede, withdraw } from '../store/steps.ts';
import { linkedTitles } from '../store/titles.ts';
import { deskRoute, openRecord, recordParams, requireStep } from './opened.ts';
import { noteError } from './step-routes.tsx';

type RecordCall = Call<{ id: number }>;

/** The two ways in which a record ends: withdrawn with a reason, or replaced by another. */
export function endingRoutes(roles: readonly Role[]): AnyRoute[] {
  const common = { ...deskRoute(roles), params: recordParams };
  return [
    defineRoute({
      ...common,
      name: 'record-withdraw',
      verb: 'GET',
      path: '/desk/record/:id/withdraw',
      handle: (call: RecordCall) => drawWithdraw(call, { reason: '', errors: [] }),
    }),
    defineRoute({
      ...common,
      name: 'record-withdraw-take',
      verb: 'POST',
      path: '/desk/record/:id/withdraw',
      act: 'record.withdrawn',
      handle: takeWithdraw,
    }),
    defineRoute({
      ...common,
      name: 'record-supersede',
      verb: 'GET',
      path: '/desk/record/:id/supersede',
      handle: (call: RecordCall) => drawSupersede(call, {}),
    }),
    defineRoute({
      ...common,
      name: 'record-supersede-take',
      verb: 'POST',
      path: '/desk/record/:id/supersede',
      act: 'record.superseded',
      handle: takeSupersede,
    }),
  ];
}

async function drawWithdraw(
  { ctx, view, params: { id } }: RecordCall,
  { reason, errors }: { reason: string; errors: FieldErrors },
): Promise<Answer> {
  const { kind, record } = await openRecord(ctx, id);
  requireStep(ctx, kind, 'withdraw');
  const shown = { actor: ctx.actor, id, title: titleIn(kind, record, view.lang), reason, errors };
  return page(<WithdrawPage view={view} shown={shown} />, { status: errors.length > 0 ? 422 : 200 });
}

async function takeWithdraw(call: RecordCall): Promise<Answer> {
  const { ctx, view, form, params } = call;
  const reason = tidyProse(one(form.typed, 'reason'));
  const error = noteError(reason);
  if (error !== null) return drawWithdraw(call, { reason, errors: [{ field: 'reason', ...error }] });
  await withdraw(ctx, { record: params.id, reason });
  return seeOther(deskPath(view, params.id));
}

async function drawSupersede(call: RecordCall, typed: Typed, errors: FieldErrors = []): Promise<Answer> {
  const { ctx, view, params } = call;
  const { kind, record } = await openRecord(ctx, params.id);
  requireStep(ctx, kind, 'supersede');
  const level = levelOf(ctx.actor);
  const asked = one(typed, 'find');
  const by = one(typed, 'by') || String(record.successor ?? '');
  const known = await linkedTitles(ctx.db, by === '' ? [] : [Number(by)], {
    lang: view.lang,
    face: 1,
    level,
  });
  const found = await findRecords(ctx.db, { words: asked, kinds: [kind.name], lang: view.lang, level });
  const others = found.filter(({ id }) => id !== params.id && !known.has(id));
  const shown = {
    actor: ctx.actor,
    id: params.id,
    title: titleIn(kind, record, view.lang),
    errors,
    asked,
    by,
    found: [...known.values(), ...others],
    replaced: record.successor !== null,
  };
  return page(<SupersedePage view={view} shown={shown} />, { status: errors.length > 0 ? 422 : 200 });
}

async function takeSupersede(call: RecordCall): Promise<Answer> {
  const { ctx, view, form, params } = call;
  const { typed } = form;
  const { record } = await openRecord(ctx, params.id);
  const by = one(typed, 'by');
  if (!/^\d{0,15}$/.test(by) || one(typed, 'go') !== 'save') return drawSupersede(call, { ...typed, by: '' });
  if (by === '' && record.successor === null)
    return drawSupersede(call, typed, [{ field: 'by', message: 'records.step.supersede-choose' }]);
  await supersede(ctx, { record: params.id, by: by === '' ? null : Number(by) });
  return seeOther(deskPath(view, params.id));
}
