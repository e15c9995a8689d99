// SPDX-License-Identifier: EUPL-1.2

import { z } from 'zod';
import { deskNav } from '#platform/auth';
import { atomically, type Ctx } from '#platform/ctx';
import { type Call, type FormResult, readForm } from '#platform/http';
import { readInstallation } from '#platform/setup';
import type { TaskData } from '../pages/tasks/task-frame.tsx';
import type { Desk } from '../pages/words.tsx';
import { type CaseFile, type CaseHeadView, caseFile, caseHead } from '../queries/case-file.ts';
import { queueCounts } from '../queries/queue-view.ts';
import { secondInbox } from '../queries/second-view.ts';

export const caseParams = z.object({ id: z.uuid() });
export const partParams = z.object({ id: z.uuid(), part: z.uuid() });

/** Every page of the desk opens sealed things with the caller's own keys. */
export const onDesk = { area: 'desk', keys: true } as const;

type Asked = Pick<Call, 'ctx' | 'view'>;

/** Navigation, clock and habits of a desk page. */
export async function deskOf({ ctx, view }: Asked, place: 'queue' | 'second' = 'queue'): Promise<Desk> {
  const { timeZone } = await readInstallation(ctx.db);
  const counts = { queue: (await queueCounts(ctx)).waiting, second: (await secondInbox(ctx)).length };
  return {
    nav: deskNav(view, ctx.actor, { place, counts }),
    where: { lang: view.lang, timeZone: timeZone === '' ? 'UTC' : timeZone },
    now: ctx.now,
  };
}

/** What a page for one task is shown with; `form` is what was typed, where it could not be used. */
export async function taskData(
  call: Asked,
  id: string,
  form: Pick<TaskData, 'typed' | 'errors'> = { typed: {}, errors: [] },
): Promise<TaskData> {
  const desk = await deskOf(call);
  return { ...desk, head: await caseHead(call.ctx, id), typed: form.typed, errors: form.errors };
}

/** Opens a case and notes that it was opened, by whom and as what: `own`, `look` or `second`. */
export async function openFile(
  ctx: Ctx,
  head: CaseHeadView,
  as: 'own' | 'look' | 'second',
): Promise<CaseFile> {
  await atomically(ctx, async (inner) => {
    inner.audit({ act: 'case.open', kind: 'case', id: head.row.id, code: as });
  });
  return caseFile(ctx, head);
}

type Typed = TaskData['typed'];

/**
 * Small forms that share a page end the names of their fields in `-` and a mark of their own, so that no two controls
 * have one id. This reads them as if each stood alone, and gives errors their full names back.
 */
export function readSmall<F>(schema: z.ZodType<F>, typed: Typed): FormResult<F> {
  const plain = Object.fromEntries(Object.entries(typed).map(([name, value]) => [baseOf(name), value]));
  const form = readForm(schema, plain);
  if (form.ok) return { ...form, typed };
  const full = (field: string) => Object.keys(typed).find((name) => baseOf(name) === field) ?? field;
  return { ok: false, typed, errors: form.errors.map((error) => ({ ...error, field: full(error.field) })) };
}

const baseOf = (name: string) => name.split('-', 1)[0] ?? name;

/** The text of one typed field. */
export function typedText(typed: Typed, name: string): string {
  return [typed[name] ?? ''].flat()[0] ?? '';
}
