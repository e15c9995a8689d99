// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { idOf } from '../form/field.tsx';
import { Status, type Tone } from '../tag/tag.tsx';

export interface Task {
  id: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  /** Null where it cannot be started yet. */
  href: string | null;
  status: ComponentChildren;
  tone?: Tone;
}

/** Things to do in any order, each with how it stands. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul class="tasks">
      {tasks.map((task) => {
        const statusId = `task-${idOf(task.id)}`;
        return (
          <li key={task.id} class="task">
            <span class="task-name">
              {task.href ? (
                <a href={task.href} aria-describedby={statusId}>
                  {task.label}
                </a>
              ) : (
                task.label
              )}
              {task.hint ? <span class="task-hint">{task.hint}</span> : null}
            </span>
            <span id={statusId}>
              <Status tone={task.tone ?? 'neutral'}>{task.status}</Status>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
