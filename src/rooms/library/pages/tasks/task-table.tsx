// SPDX-License-Identifier: EUPL-1.2
import { Day, deskPath } from '#platform/records';
import { pathIn, Status, Table, Typed, type View } from '#platform/ui';
import type { Task } from '../../queries/tasks.ts';

export const TASKS = '/desk/library/tasks';

interface TaskTableProps {
  view: View;
  tasks: readonly Task[];
  caption: string;
  /** Says which letter or law each comes from. */
  sources?: boolean;
}

/** Tasks with who does them, by when, and how they stand; in words before colour. */
export function TaskTable({ view, tasks, caption, sources = false }: TaskTableProps) {
  const { t } = view;
  return (
    <Table
      view={view}
      id="tasks"
      caption={caption}
      captionHidden
      columns={[
        { label: t('library.tasks.what'), head: true },
        ...(sources ? [{ label: t('library.tasks.from') }] : []),
        { label: t('library.tasks.who') },
        { label: t('library.tasks.due') },
        { label: t('library.tasks.standing') },
      ]}
      rows={tasks.map((task) => [
        <a key="what" href={pathIn(view, `${TASKS}/${task.id}`)}>
          <Typed>{task.what}</Typed>
        </a>,
        ...(sources ? [<Source key="source" view={view} task={task} />] : []),
        task.who === null ? t('library.tasks.nobody') : <Typed key="who">{task.who}</Typed>,
        task.due === null ? '' : <Day key="due" view={view} day={task.due} />,
        <Standing key="standing" view={view} task={task} />,
      ])}
      marks={tasks.map(({ overdue }) => (overdue ? 'late' : null))}
    />
  );
}

function Source({ view, task }: { view: View; task: Task }) {
  if (task.source === null) return null;
  return (
    <a href={pathIn(view, `${TASKS}/of/${task.record}`)} lang={task.source.lang} dir="auto">
      {task.source.title}
    </a>
  );
}

export function Standing({ view, task }: { view: View; task: Task }) {
  const { t } = view;
  if (task.done_on !== null)
    return (
      <>
        <Status tone="ok">{t('library.tasks.done')}</Status> <Day view={view} day={task.done_on} />
        {task.evidence.map(({ id, title, lang }) => (
          <p key={id}>
            <a href={deskPath(view, id)} lang={lang} dir="auto">
              {title}
            </a>
          </p>
        ))}
      </>
    );
  return (
    <Status tone={task.overdue ? 'danger' : 'neutral'}>
      {t(task.overdue ? 'library.tasks.overdue' : 'library.tasks.open')}
    </Status>
  );
}
