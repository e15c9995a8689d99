// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { personOf } from '#platform/ctx';
import type { Db } from '#platform/db';
import { type Answer, type AnyRoute, type Call, defineRoute, notFound, page, seeOther } from '#platform/http';
import { kindOf, readRecord, readRecords, titleIn } from '#platform/records';
import { type FieldErrors, pathIn } from '#platform/ui';
import { dayOf } from '../actions/share.ts';
import { addTasks, assignTask, finishTask, reopenTask } from '../actions/tasks.ts';
import { errors } from '../errors.ts';
import type { TypedTask } from '../pages/tasks/task-fields.tsx';
import { TaskPage } from '../pages/tasks/task-page.tsx';
import { SourcePage, TasksPage } from '../pages/tasks/task-pages.tsx';
import { TASKS } from '../pages/tasks/task-table.tsx';
import { allTasks, type Task, taskById, tasksOf } from '../queries/tasks.ts';
import { recordNumber } from './params.ts';
import { colleagues, MOST, readTask, tooLong, typedTask, WORKERS } from './read-task.ts';
import { textOf } from './typed.ts';

const desk = { access: WORKERS, area: 'desk' } as const;
const taskId = z.object({ id: z.uuid() });
type SourceCall = Call<z.output<typeof recordNumber>>;
type TaskCall = Call<z.output<typeof taskId>>;

/** What letters and laws ask of us: all of it, of one letter or law, one by one. */
export function taskRoutes(): AnyRoute[] {
  return [list(), source(), add(), show(), change()];
}

function list(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'library-tasks',
    verb: 'GET',
    path: TASKS,
    query: z.object({ mine: z.literal('yes').optional().catch(undefined) }),
    handle: async ({ ctx, view, query }) => {
      const asked = { lang: view.lang, today: dayOf(ctx.now) };
      const mine = query.mine === 'yes';
      const tasks = await allTasks(ctx.db, mine ? { ...asked, owner: personOf(ctx.actor) } : asked);
      return page(<TasksPage view={view} actor={ctx.actor} tasks={tasks} mine={mine} />);
    },
  });
}

function source(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'library-tasks-of',
    verb: 'GET',
    path: `${TASKS}/of/:id`,
    params: recordNumber,
    handle: (call) => drawSource(call, { what: '', owner: '', org: '', due: '' }, []),
  });
}

function add(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'library-tasks-add',
    verb: 'POST',
    path: `${TASKS}/of/:id`,
    act: 'library.task-made',
    params: recordNumber,
    handle: async (call) => {
      const { ctx, view, params } = call;
      const typed = typedTask(call);
      const read = await readTask(ctx.db, typed);
      if ('wrong' in read) return drawSource(call, typed, read.wrong);
      if ((await sourceOf(ctx.db, params.id)) === null) return notFound();
      await addTasks(ctx, params.id, [read.task]);
      return seeOther(pathIn(view, `${TASKS}/of/${params.id}`));
    },
  });
}

function show(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'library-task',
    verb: 'GET',
    path: `${TASKS}/:id`,
    params: taskId,
    handle: async (call) => drawTask(call, await opened(call), []),
  });
}

function change(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'library-task-change',
    verb: 'POST',
    path: `${TASKS}/:id`,
    act: 'library.task-done',
    params: taskId,
    handle: async (call) => {
      const { view } = call;
      const task = await opened(call);
      const wrong = await changed(call, task);
      if (wrong.length > 0) return drawTask(call, task, wrong);
      const done = textOf(call.form.typed, 'go') === 'done';
      return seeOther(pathIn(view, done ? `${TASKS}/of/${task.record}` : `${TASKS}/${task.id}`));
    },
  });
}

/** Does what was pressed; answers what was typed wrong. */
async function changed({ ctx, form: { typed } }: TaskCall, task: Task): Promise<FieldErrors> {
  const go = textOf(typed, 'go');
  if (go === 'reopen') {
    await reopenTask(ctx, task.id);
    return [];
  }
  if (go === 'done') {
    const result = textOf(typed, 'result');
    const numbers =
      textOf(typed, 'evidence')
        .match(/(?<!\d)\d{4,15}(?!\d)/gu)
        ?.map(Number) ?? [];
    const found = await readRecords(ctx.db, numbers, { face: 1, level: 2 });
    if (found.length < new Set(numbers).size)
      return [{ field: 'evidence', message: 'library.tasks.no-record' }];
    if ([...result].length > MOST.result) return [tooLong('result')];
    await finishTask(ctx, task.id, { result: result === '' ? null : result, evidence: numbers });
    return [];
  }
  const read = await readTask(ctx.db, typedTask({ form: { typed } }));
  if ('wrong' in read) return read.wrong;
  await assignTask(ctx, task.id, read.task);
  return [];
}

/** The letter or law that asks. */
async function sourceOf(db: Db, id: number) {
  const record = await readRecord(db, id, { face: 1, level: 2 });
  return record !== null && (record.kind === 'letter' || record.kind === 'law') ? record : null;
}

async function drawSource(call: SourceCall, typed: TypedTask, wrong: FieldErrors): Promise<Answer> {
  const { ctx, view, params } = call;
  const record = (await sourceOf(ctx.db, params.id)) ?? notFound();
  const { reference, number, dated, adopted } = record.facts;
  const shown = {
    actor: ctx.actor,
    id: record.id,
    title: titleIn(kindOf(record.kind), record, view.lang),
    isLetter: record.kind === 'letter',
    about: [reference ?? number, dated ?? adopted].filter((one) => one !== undefined).map(String),
    tasks: await tasksOf(ctx.db, record.id, { lang: view.lang, today: dayOf(ctx.now) }),
    people: await colleagues(ctx.db),
    typed,
    errors: wrong,
  };
  return page(<SourcePage view={view} shown={shown} />, { status: wrong.length > 0 ? 422 : 200 });
}

async function opened({ ctx, view, params: { id } }: TaskCall): Promise<Task> {
  const task = await taskById(ctx.db, id, { lang: view.lang, today: dayOf(ctx.now) });
  if (task === null) throw errors('no-task');
  return task;
}

async function drawTask(call: TaskCall, task: Task, wrong: FieldErrors): Promise<Answer> {
  const { ctx, view } = call;
  const { typed } = call.form;
  const stands = { what: task.what, owner: task.owner ?? '', org: task.org ?? '', due: task.due ?? '' };
  const shown = {
    actor: ctx.actor,
    task,
    people: await colleagues(ctx.db),
    typed: {
      ...(textOf(typed, 'go') === 'save' ? typedTask(call) : stands),
      result: textOf(typed, 'result') || (task.result ?? ''),
      evidence: textOf(typed, 'evidence') || task.evidence.map(({ id }) => id).join('\n'),
    },
    errors: wrong,
  };
  return page(<TaskPage view={view} shown={shown} />, { status: wrong.length > 0 ? 422 : 200 });
}
