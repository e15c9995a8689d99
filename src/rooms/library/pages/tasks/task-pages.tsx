// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { deskPath } from '#platform/records';
import { Empty, type FieldErrors, Form, LinkButton, Page, pathIn, Section, type View } from '#platform/ui';
import type { Task } from '../../queries/tasks.ts';
import { AssignFields, type Person, SaveTask, type TypedTask } from './task-fields.tsx';
import { TASKS, TaskTable } from './task-table.tsx';

interface ListProps {
  view: View;
  actor: Actor;
  tasks: readonly Task[];
  mine: boolean;
}

/** Everything that letters and laws ask of us, what is overdue first. */
export function TasksPage({ view, actor, tasks, mine }: ListProps) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={t('library.tasks.title')}
      nav={deskNav(view, actor, 'letters')}
      back={{ href: pathIn(view, '/desk/library') }}
      wide
    >
      <p>
        <a href={pathIn(view, mine ? TASKS : `${TASKS}?mine=yes`)}>
          {t(mine ? 'library.tasks.all' : 'library.tasks.mine')}
        </a>
      </p>
      {tasks.length === 0 ? (
        <Empty view={view} title={t('library.tasks.none')} />
      ) : (
        <TaskTable view={view} tasks={tasks} caption={t('library.tasks.title')} sources />
      )}
    </Page>
  );
}

export interface SourceView {
  actor: Actor;
  id: number;
  title: string;
  isLetter: boolean;
  /** How the paper itself is named, e.g. its reference. */
  about: readonly string[];
  tasks: readonly Task[];
  people: readonly Person[];
  typed: TypedTask;
  errors: FieldErrors;
}

/** One letter or law with what it asks of us. */
export function SourcePage({ view, shown }: { view: View; shown: SourceView }) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={shown.title}
      caption={shown.about.join(' · ')}
      back={{ href: pathIn(view, TASKS), label: t('library.tasks.title') }}
      errors={shown.errors}
      nav={deskNav(view, shown.actor, 'letters')}
      wide
    >
      <p class="links">
        <a href={deskPath(view, shown.id)}>{t('library.submissions.record')}</a>{' '}
        {shown.isLetter ? (
          <LinkButton kind="secondary" href={pathIn(view, `/desk/library/letters/${shown.id}/answer`)}>
            {t('library.answer.title')}
          </LinkButton>
        ) : null}
      </p>
      <Section title={t('library.tasks.asked')}>
        {shown.tasks.length === 0 ? (
          <p>{t('library.tasks.none')}</p>
        ) : (
          <TaskTable view={view} tasks={shown.tasks} caption={t('library.tasks.asked')} />
        )}
      </Section>
      <Section title={t('library.tasks.add')}>
        <Form view={view} action={pathIn(view, `${TASKS}/of/${shown.id}`)}>
          <AssignFields view={view} typed={shown.typed} people={shown.people} errors={shown.errors} />
          <SaveTask view={view} />
        </Form>
      </Section>
    </Page>
  );
}
