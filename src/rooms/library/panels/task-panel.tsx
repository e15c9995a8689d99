// SPDX-License-Identifier: EUPL-1.2
import type { Panel } from '#platform/records';
import { LinkButton, pathIn, Section } from '#platform/ui';
import { dayOf } from '../actions/share.ts';
import { TASKS, TaskTable } from '../pages/tasks/task-table.tsx';
import { tasksOf } from '../queries/tasks.ts';

/** For staff: what this letter or law asks of us. */
export const tasksPanel: Panel = async (ctx, record, view) => {
  if (ctx.actor.kind !== 'person') return null;
  const { t } = view;
  const tasks = await tasksOf(ctx.db, record.id, { lang: view.lang, today: dayOf(ctx.now) });
  return (
    <Section title={t('library.tasks.asked')}>
      {tasks.length === 0 ? null : <TaskTable view={view} tasks={tasks} caption={t('library.tasks.asked')} />}
      <LinkButton kind="secondary" href={pathIn(view, `${TASKS}/of/${record.id}`)}>
        {t('library.tasks.title')}
      </LinkButton>
    </Section>
  );
};
