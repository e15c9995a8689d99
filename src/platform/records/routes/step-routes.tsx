// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Ctx, Role } from '#platform/ctx';
import { type Answer, type AnyRoute, type Call, defineRoute, notFound, seeOther } from '#platform/http';
import { one } from '../form/typed.ts';
import { tidyLine, tidyProse } from '../kind/fields.ts';
import { deskPath } from '../pages/address.ts';
import { closeHint } from '../queries/hints.ts';
import { publish, sendBack, submit, unpublishLanguage } from '../store/steps.ts';
import { deskRoute, langName, openRecord, recordParams, requireStep } from './opened.ts';
import { drawWork } from './work-routes.tsx';

type StepCall = Call<{ id: number }>;
type Take = (call: StepCall) => Promise<Answer | null>;

/** The steps of a record's life that one press takes. */
export function stepRoutes(roles: readonly Role[]): AnyRoute[] {
  return [
    step(roles, 'submit', takeSubmit),
    step(roles, 'publish', takePublish),
    step(roles, 'return', takeReturn),
    step(roles, 'unpublish', takeUnpublish),
    step(roles, 'hint', takeHint),
  ];
}

function step(roles: readonly Role[], name: string, take: Take): AnyRoute {
  return defineRoute({
    ...deskRoute(roles),
    name: `record-${name}`,
    verb: 'POST',
    path: `/desk/record/:id/${name}`,
    act: `record.${name}`,
    params: recordParams,
    handle: async (call: StepCall) => {
      // Whoever may not see it gets the same answer as for a record that is not there.
      await openRecord(call.ctx, call.params.id);
      return (await take(call)) ?? seeOther(deskPath(call.view, call.params.id));
    },
  });
}

const takeSubmit: Take = async ({ ctx, params: { id } }) => {
  await submit(ctx, { record: id });
  return null;
};

/** The form says which revision of each part the person looked at. */
const takePublish: Take = async ({ ctx, form, params: { id } }) => {
  const revs = Object.entries(form.typed).flatMap(([name, rev]) => {
    if (!name.startsWith('rev.') || !/^\d{1,9}$/.test(String(rev))) return [];
    const part = name.slice('rev.'.length);
    return [[part === 'facts' ? '' : part, Number(rev)] as const];
  });
  const note = tidyLine(one(form.typed, 'said')).slice(0, 500);
  await publish(ctx, { record: id, revs: Object.fromEntries(revs), ...(note === '' ? {} : { note }) });
  return null;
};

const takeReturn: Take = async ({ ctx, view, form, params: { id } }) => {
  const note = tidyProse(one(form.typed, 'note'));
  const error = noteError(note);
  if (error !== null) {
    const errors = [{ field: 'note', ...error }];
    return drawWork(ctx, view, { opened: await openRecord(ctx, id), errors, note });
  }
  await sendBack(ctx, { record: id, note });
  return null;
};

export const NOTE_LENGTH = 2000;

/** What is wrong with a reason that others will read; null for nothing. */
export function noteError(note: string) {
  if (note === '') return { message: 'records.step.say-why' as const };
  return [...note].length > NOTE_LENGTH
    ? { message: 'records.form.too-long' as const, args: { most: NOTE_LENGTH } }
    : null;
}

const takeUnpublish: Take = async ({ ctx, form, params: { id } }) => {
  const lang = langName.safeParse(form.typed.lang);
  if (!lang.success) return notFound();
  await unpublishLanguage(ctx, { record: id, lang: lang.data });
  return null;
};

const hintForm = z.object({ hint: z.uuid(), lang: langName });

const takeHint: Take = async ({ ctx, view, form, params: { id } }) => {
  const said = hintForm.safeParse(form.typed);
  if (!said.success) return notFound();
  await requireTranslator(ctx, id);
  await closeHint(ctx, { record: id, id: said.data.hint });
  return seeOther(deskPath(view, id, 'words', said.data.lang));
};

async function requireTranslator(ctx: Ctx, id: number): Promise<void> {
  const { kind } = await openRecord(ctx, id);
  requireStep(ctx, kind, 'translate', 'check');
}
