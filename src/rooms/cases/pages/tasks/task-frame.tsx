// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { type FieldErrors, Page, Panel, type View } from '#platform/ui';
import type { CaseHeadView } from '../../queries/case-file.ts';
import { caseHref, type Desk, say } from '../words.tsx';

/** What a page for one task about a case is told: what was typed, and what is wrong with it. */
export interface TaskData extends Desk {
  head: CaseHeadView;
  typed: Readonly<Record<string, string | string[]>>;
  errors: FieldErrors;
}

export const one = (data: Pick<TaskData, 'typed'>, name: string): string => {
  const value = data.typed[name];
  return Array.isArray(value) ? (value[0] ?? '') : (value ?? '');
};

export const many = (data: Pick<TaskData, 'typed'>, name: string): string[] =>
  [data.typed[name] ?? []].flat();

interface TaskFrameProps {
  view: View;
  data: TaskData;
  /** The task, e.g. `assess`; its title is `cases.task.<task>`. */
  task: string;
  children: ComponentChildren;
}

/** One task about one case, with the way back to it. */
export function TaskFrame({ view, data, task, children }: TaskFrameProps) {
  const { head } = data;
  return (
    <Page
      view={view}
      title={say(view, 'task', task)}
      caption={view.t('cases.case.title', { name: head.label })}
      nav={data.nav}
      back={{ href: caseHref(view, head.row.id), label: view.t('cases.case.back') }}
      errors={data.errors}
    >
      {head.hold?.stands ? (
        <Panel view={view} kind="warn" icon="lock" title={view.t('cases.hold.stands')} />
      ) : null}
      {children}
    </Page>
  );
}
