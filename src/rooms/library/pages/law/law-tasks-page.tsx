// SPDX-License-Identifier: EUPL-1.2
import { Day, RecordLink } from '#platform/records';
import { Empty, Ltr, Page, pathIn, Status, Table, type View } from '#platform/ui';
import type { LawTask } from '../../queries/law-tasks.ts';

/** What laws and directives gave to whom by when, and what came of it. */
export function LawTasksPage({ view, tasks }: { view: View; tasks: readonly LawTask[] }) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={t('library.tasks-of-law.title')}
      back={{ href: pathIn(view, '/library'), label: t('library.home.title') }}
      wide
    >
      {tasks.length === 0 ? (
        <Empty view={view} title={t('library.tasks.none')} />
      ) : (
        <Table
          view={view}
          id="law-tasks"
          caption={t('library.tasks-of-law.title')}
          captionHidden
          columns={[
            { label: t('library.tasks-of-law.task'), head: true },
            { label: t('library.duty.law') },
            { label: t('library.duty.bearer') },
            { label: t('library.tasks.standing') },
          ]}
          rows={tasks.map((task) => [
            <Wording key="task" view={view} task={task} />,
            <OfLaw key="law" view={view} task={task} />,
            <bdi key="bearer" lang={task.lang}>
              {task.bearer}
            </bdi>,
            <Standing key="standing" view={view} task={task} />,
          ])}
          marks={tasks.map(({ overdue }) => (overdue ? 'late' : null))}
        />
      )}
    </Page>
  );
}

function Wording({ view, task }: { view: View; task: LawTask }) {
  return (
    <>
      <RecordLink view={view} to={{ id: task.id, kind: 'duty', title: task.name, lang: task.lang }} />
      <p lang={task.lang} dir="auto">
        {task.text}
      </p>
    </>
  );
}

function OfLaw({ view, task: { law } }: { view: View; task: LawTask }) {
  if (law === null) return null;
  return (
    <>
      <RecordLink view={view} to={law} />
      <p>
        <Ltr>{law.number}</Ltr> {law.adopted === '' ? null : <Day view={view} day={law.adopted} />}
      </p>
    </>
  );
}

function Standing({ view, task }: { view: View; task: LawTask }) {
  const { t } = view;
  if (task.done === null)
    return (
      <>
        <Status tone={task.overdue ? 'danger' : 'neutral'}>
          {t(task.overdue ? 'library.tasks.overdue' : 'library.tasks.open')}
        </Status>{' '}
        {task.due === null ? null : <Day view={view} day={task.due} />}
      </>
    );
  return (
    <>
      <Status tone="ok">{t('library.tasks.done')}</Status> <Day view={view} day={task.done} />
      <p lang={task.lang} dir="auto">
        {task.result}
      </p>
      {task.outcomes.map((one) => (
        <p key={one.id}>
          <RecordLink view={view} to={one} />
        </p>
      ))}
    </>
  );
}
