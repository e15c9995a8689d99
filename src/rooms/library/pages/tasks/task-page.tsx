// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { Button, type FieldErrors, Form, Page, pathIn, Section, TextArea, type View } from '#platform/ui';
import type { Task } from '../../queries/tasks.ts';
import { AssignFields, type Person, SaveTask, type TypedTask } from './task-fields.tsx';
import { Standing, TASKS } from './task-table.tsx';

export interface TaskView {
  actor: Actor;
  task: Task;
  people: readonly Person[];
  typed: TypedTask & { result: string; evidence: string };
  errors: FieldErrors;
}

/** One task: who does it, and what shows that it is done. */
export function TaskPage({ view, shown }: { view: View; shown: TaskView }) {
  const { t } = view;
  const { task, typed, errors } = shown;
  const action = pathIn(view, `${TASKS}/${task.id}`);
  return (
    <Page
      view={view}
      title={t('library.tasks.one')}
      caption={task.source?.title}
      back={{ href: pathIn(view, `${TASKS}/of/${task.record}`) }}
      errors={errors}
      nav={deskNav(view, shown.actor, 'letters')}
    >
      <p>
        <Standing view={view} task={task} />
      </p>
      {task.result === null ? null : <p dir="auto">{task.result}</p>}
      {task.done_on === null ? (
        <>
          <Section title={t('library.tasks.finish')}>
            <Form view={view} action={action}>
              <TextArea
                view={view}
                name="result"
                label={t('library.tasks.result')}
                value={typed.result}
                errors={errors}
                rows={3}
                optional
              />
              <TextArea
                view={view}
                name="evidence"
                label={t('library.tasks.evidence')}
                hint={t('library.tasks.evidence-hint')}
                value={typed.evidence}
                errors={errors}
                rows={3}
                optional
              />
              <Button name="go" value="done">
                {t('library.tasks.mark-done')}
              </Button>
            </Form>
          </Section>
          <Section title={t('library.tasks.change')}>
            <Form view={view} action={action}>
              <AssignFields view={view} typed={typed} people={shown.people} errors={errors} />
              <SaveTask view={view} />
            </Form>
          </Section>
        </>
      ) : (
        <Form view={view} action={action}>
          <Button kind="secondary" name="go" value="reopen">
            {t('library.tasks.reopen')}
          </Button>
        </Form>
      )}
    </Page>
  );
}
