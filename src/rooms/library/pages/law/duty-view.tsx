// SPDX-License-Identifier: EUPL-1.2
import type { Actor } from '#platform/ctx';
import { Day, deskPath, kindOf, type LinkedTitle, Prose, recordPath } from '#platform/records';
import { LinkButton, pathIn, Status, type View } from '#platform/ui';
import type { WalkedDuty } from '../../queries/walk.ts';

interface DutyProps {
  view: View;
  today: string;
  law: number;
  duty: WalkedDuty;
  number: number;
  desk: Actor | undefined;
}

/** One duty of a law: what answers it here, what is missing, and what somebody at the desk can begin. */
export function DutyView({ view, law, duty, number, today, desk }: DutyProps) {
  const { t } = view;
  return (
    <section class="section">
      <h2 lang={duty.lang} dir="auto">
        {number}. <a href={hrefOf(view, { ...duty, title: duty.name, kind: 'duty' }, desk)}>{duty.name}</a>
      </h2>
      <p class="quiet">{[duty.place, duty.bearer].filter((one) => one !== '').join(' · ')}</p>
      <div lang={duty.lang}>
        <Prose text={duty.text} level={3} />
      </div>
      <TaskState view={view} duty={duty} today={today} />
      {duty.answers.length === 0 && duty.gaps.length === 0 ? (
        <p>
          <Status tone="warn">{t('library.walk.nothing')}</Status>
        </p>
      ) : null}
      {duty.answers.length === 0 ? null : (
        <>
          <h3>{t('library.walk.answers')}</h3>
          <Links view={view} links={duty.answers} desk={desk} />
        </>
      )}
      {duty.gaps.length === 0 ? null : (
        <>
          <h3>{t('library.walk.gaps')}</h3>
          <Links view={view} links={duty.gaps} desk={desk} />
        </>
      )}
      {desk === undefined ? null : (
        <p class="links">
          <Begin
            view={view}
            kind="provision"
            query={{ answers: duty.id }}
            words={t('library.walk.add-provision')}
          />{' '}
          <Begin
            view={view}
            kind="gap"
            query={{ duties: duty.id, laws: law }}
            words={t('library.walk.add-gap')}
          />{' '}
          <Begin
            view={view}
            kind="amendment"
            query={{ law, ...(duty.gaps[0] === undefined ? {} : { gaps: duty.gaps[0].id }) }}
            words={t('library.walk.add-change')}
          />
        </p>
      )}
    </section>
  );
}

/** How a task with a day stands, in words. */
function TaskState({ view, duty, today }: { view: View; duty: WalkedDuty; today: string }) {
  const { t } = view;
  if (duty.done !== null)
    return (
      <p dir="auto">
        <Status tone="ok">{t('library.tasks.done')}</Status> <Day view={view} day={duty.done} /> {duty.result}
      </p>
    );
  if (duty.due === null) return null;
  const late = duty.due < today.slice(0, duty.due.length);
  return (
    <p>
      <Status tone={late ? 'danger' : 'neutral'}>
        {t(late ? 'library.tasks.overdue' : 'library.tasks.due')}
      </Status>{' '}
      <Day view={view} day={duty.due} />
    </p>
  );
}

/** Staff go on to the work page, everybody else to the public one. */
export function hrefOf(
  view: View,
  to: { id: number; kind: string; title: string },
  desk: Actor | undefined,
): string {
  return desk === undefined
    ? pathIn(view, recordPath(kindOf(to.kind), to.id, to.title))
    : deskPath(view, to.id);
}

export function Links({
  view,
  links,
  desk,
}: {
  view: View;
  links: readonly LinkedTitle[];
  desk: Actor | undefined;
}) {
  return (
    <ul class="record-list">
      {links.map((link) => (
        <li key={link.id}>
          <a href={hrefOf(view, link, desk)} lang={link.lang} dir="auto">
            {link.title}
          </a>
        </li>
      ))}
    </ul>
  );
}

interface BeginProps {
  view: View;
  kind: string;
  query: Readonly<Record<string, number>>;
  words: string;
}

export function Begin({ view, kind, query, words }: BeginProps) {
  const pairs = Object.entries(query).map(([name, id]): [string, string] => [name, String(id)]);
  const href = `${pathIn(view, `/desk/records/${kind}/new`)}?${new URLSearchParams(pairs)}`;
  return (
    <LinkButton kind="quiet" icon="plus" view={view} href={href}>
      {words}
    </LinkButton>
  );
}
