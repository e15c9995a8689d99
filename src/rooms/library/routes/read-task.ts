// SPDX-License-Identifier: EUPL-1.2
import { listPeople } from '#platform/auth';
import type { Role } from '#platform/ctx';
import type { Db } from '#platform/db';
import type { Call } from '#platform/http';
import type { FieldErrors } from '#platform/ui';
import type { NewTask } from '../actions/tasks.ts';
import type { Person, TypedTask } from '../pages/tasks/task-fields.tsx';
import { dayIn, textOf } from './typed.ts';

export const WORKERS: readonly Role[] = ['clerk', 'secretariat', 'lawyer', 'librarian'];
export const MOST = { what: 2000, org: 200, result: 2000 } as const;

export const tooLong = (field: keyof typeof MOST) => ({
  field,
  message: 'records.form.too-long' as const,
  args: { most: MOST[field] },
});

/** What was typed of a task. */
export function typedTask({ form: { typed } }: { form: { typed: Call['form']['typed'] } }): TypedTask {
  const read = (name: keyof TypedTask) => textOf(typed, name);
  return { what: read('what'), owner: read('owner'), org: read('org'), due: read('due') };
}

/** The task that was typed, or what is wrong with it. */
export async function readTask(
  db: Db,
  typed: TypedTask,
): Promise<{ task: Required<NewTask> } | { wrong: FieldErrors }> {
  const due = dayIn(typed.due);
  const people = await colleagues(db);
  const wrong: FieldErrors = [
    ...(typed.what === '' ? [{ field: 'what', message: 'library.share.missing' as const }] : []),
    ...(['what', 'org'] as const).filter((name) => [...typed[name]].length > MOST[name]).map(tooLong),
    ...(due === null ? [{ field: 'due', message: 'library.tasks.wrong-day' as const }] : []),
    ...(typed.owner !== '' && typed.org !== ''
      ? [{ field: 'org', message: 'library.tasks.one-owner' as const }]
      : []),
    ...(typed.owner !== '' && !people.some(({ id }) => id === typed.owner)
      ? [{ field: 'owner', message: 'library.tasks.left' as const }]
      : []),
  ];
  if (wrong.length > 0) return { wrong };
  const { what, owner, org } = typed;
  return { task: { what, owner: owner || null, org: org || null, due: due || null } };
}

/** Whoever works here on what is asked. */
export async function colleagues(db: Db): Promise<Person[]> {
  const people = await listPeople(db);
  return people.filter(({ roles }) => roles.some((role) => WORKERS.includes(role)));
}
