// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import { type Actor, holds } from '#platform/ctx';
import { Page, pathIn, type View, Ways } from '#platform/ui';
import { TASKS } from './tasks/task-table.tsx';

interface DeskProps {
  view: View;
  actor: Actor;
  open: number;
  overdue: number;
}

/** What is to be done in the library besides writing records, by what this person's roles open. */
export function LibraryDeskPage({ view, actor, open, overdue }: DeskProps) {
  const { t } = view;
  const ways = [
    {
      href: TASKS,
      label: t('library.tasks.title'),
      hint: t('library.desk.tasks', { open, overdue }),
      there: holds(actor, 'clerk', 'secretariat', 'lawyer', 'librarian'),
    },
    {
      href: '/desk/library/letters/new',
      label: t('library.letters.new'),
      there: holds(actor, 'clerk', 'secretariat'),
    },
    {
      href: '/desk/library/submissions',
      label: t('library.submissions.title'),
      there: holds(actor, 'librarian', 'secretariat'),
    },
    {
      href: '/desk/library/guidelines',
      label: t('library.adoption.guidelines'),
      there: holds(actor, 'librarian', 'secretariat'),
    },
    { href: '/desk/library/law', label: t('library.walk.laws'), there: holds(actor, 'lawyer', 'librarian') },
  ];
  return (
    <Page view={view} title={t('library.desk.title')} nav={deskNav(view, actor, 'letters')}>
      <Ways
        view={view}
        items={ways
          .filter(({ there }) => there)
          .map(({ there: _, ...way }) => ({ ...way, href: pathIn(view, way.href) }))}
      />
    </Page>
  );
}
