// SPDX-License-Identifier: EUPL-1.2

import { z } from 'zod';
import { deskNav } from '#platform/auth';
import { atomically, type Ctx } from '#platform/ctx';
import { type Call, type FieldError, type FormResult, ProblemError, readForm } from '#platform/http';
import type { MessageKey } from '#platform/i18n';
import { readInstallation } from '#platform/setup';
import { errors } from '../errors.ts';
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

type Form = Pick<TaskData, 'typed' | 'errors'>;
const EMPTY: Form = { typed: {}, errors: [] };

/**
 * What a page for one task is shown with; `form` is what was typed, where it could not be used. Such a page is for
 * whoever may work on the case now. Throws `cases.closed`, `cases.not-yours`.
 */
export async function taskData(call: Asked, id: string, form = EMPTY): Promise<TaskData> {
  const data = await readData(call, id, form);
  if (data.head.row.state === 'closed') throw errors('closed');
  if (!data.head.acts) throw errors('not-yours');
  return data;
}

/** {@link taskData} of a page that shows what a reporter told; notes that it was opened. */
export async function openTask(call: Asked, id: string, form = EMPTY): Promise<TaskData> {
  const data = await taskData(call, id, form);
  await noteOpened(call.ctx, data.head, data.head.mine ? 'own' : 'look');
  return data;
}

/** The same for a page that everybody of the desk may read who says so. */
export async function openToRead(call: Asked, id: string, form = EMPTY): Promise<TaskData> {
  const data = await readData(call, id, form);
  await noteOpened(call.ctx, data.head, data.head.mine ? 'own' : 'look');
  return data;
}

async function readData(call: Asked, id: string, { typed, errors: wrong }: Form): Promise<TaskData> {
  return { ...(await deskOf(call)), head: await caseHead(call.ctx, id), typed, errors: wrong };
}

type As = 'own' | 'look' | 'second';

/** Opens a case and notes that it was opened, by whom and as what: `own`, `look` or `second`. */
export async function openFile(ctx: Ctx, head: CaseHeadView, as: As): Promise<CaseFile> {
  await noteOpened(ctx, head, as);
  return caseFile(ctx, head);
}

async function noteOpened(ctx: Ctx, head: CaseHeadView, as: As): Promise<void> {
  await atomically(ctx, async (inner) => {
    inner.audit({ act: 'case.open', kind: 'case', id: head.row.id, code: as });
  });
}

/**
 * Does what a form asked for. Where the case does not stand as its page said (a hold was set, a colleague was faster), that
 * is an error beside `field`: the page is drawn again, and nothing typed is lost.
 */
export async function tried<A>(field: string, run: () => Promise<A>): Promise<Tried<A>> {
  try {
    return { value: await run(), errors: [] };
  } catch (error) {
    if (!(error instanceof ProblemError && error.kind === 'conflict')) throw error;
    const [room = '', code = ''] = error.code.split('.');
    return { value: null, errors: [{ field, message: `${room}.error.${code}` as MessageKey }] };
  }
}

interface Tried<A> {
  value: A | null;
  errors: FieldError[];
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
  const wrong = form.errors.map((error) => ({ ...error, field: fullName(typed, error.field) }));
  return { ok: false, typed, errors: wrong };
}

/** The full name of a field of a small form; the plain one where it has none. */
export function fullName(typed: Typed, field: string): string {
  return Object.keys(typed).find((name) => baseOf(name) === field) ?? field;
}

const baseOf = (name: string) => name.split('-', 1)[0] ?? name;

/** The text of one typed field. */
export function typedText(typed: Typed, name: string): string {
  return [typed[name] ?? ''].flat()[0] ?? '';
}
