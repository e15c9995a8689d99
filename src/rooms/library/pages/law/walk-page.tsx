// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { Day, deskPath, kindOf, type LinkedTitle, Prose, recordPath } from '#platform/records';
import { Empty, LinkButton, Page, pathIn, Section, Status, type View } from '#platform/ui';
import type { Walk, WalkedDuty } from '../../queries/walk.ts';
import { BesideView } from './beside-view.tsx';

interface WalkProps {
  view: View;
  walk: Walk;
  /** ISO 8601. */
  today: string;
  /** Somebody at the desk, who may begin what is missing. */
  desk?: Actor;
}

/** A law duty by duty: what answers it here, what is missing, and what is proposed. */
export function WalkPage({ view, walk, today, desk }: WalkProps) {
  const { t } = view;
  const { law, duties, gaps, changes, sanctions } = walk;
  const answered = duties.filter((one) => one.answers.length > 0).length;
  return (
    <Page
      view={view}
      title={t('library.walk.title', { law: law.title })}
      caption={law.number}
      back={{ href: hrefOf(view, { ...law, kind: 'law' }, desk), label: law.title }}
      nav={desk === undefined ? undefined : deskNav(view, desk, 'letters')}
    >
      {duties.length === 0 ? (
        <Empty view={view} title={t('library.walk.no-duties')} />
      ) : (
        <p>{t('library.walk.count', { n: duties.length, answered })}</p>
      )}
      {desk === undefined ? null : (
        <Begin view={view} kind="duty" query={{ law: law.id }} words={t('library.walk.add-duty')} />
      )}
      {duties.map((duty, at) => (
        <DutyView
          key={duty.id}
          view={view}
          law={law.id}
          duty={duty}
          number={at + 1}
          today={today}
          desk={desk}
        />
      ))}
      {gaps.length === 0 ? null : (
        <Section title={t('library.law.back.gap.laws')}>
          <Links view={view} links={gaps} desk={desk} />
        </Section>
      )}
      {sanctions.length === 0 ? null : (
        <Section title={t('library.walk.sanctions')}>
          <dl class="record-facts">
            {sanctions.map((one) => (
              <div key={one.id}>
                <dt>
                  <a href={hrefOf(view, one, desk)} lang={one.lang} dir="auto">
                    {one.title}
                  </a>
                </dt>
                <dd lang={one.lang}>
                  <Prose text={one.sanction} level={3} />
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      {changes.length === 0 ? null : (
        <Section title={t('library.walk.changes')}>
          {changes.map((change) => (
            <article key={change.id}>
              <h3>
                <a href={hrefOf(view, { ...change, kind: 'amendment' }, desk)} lang={change.lang} dir="auto">
                  {change.title}
                </a>
              </h3>
              {change.beside.map((beside) => (
                <BesideView key={beside.what} view={view} beside={beside} />
              ))}
            </article>
          ))}
        </Section>
      )}
    </Page>
  );
}

interface DutyProps {
  view: View;
  today: string;
  law: number;
  duty: WalkedDuty;
  number: number;
  desk: Actor | undefined;
}

function DutyView({ view, law, duty, number, today, desk }: DutyProps) {
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
function hrefOf(
  view: View,
  to: { id: number; kind: string; title: string },
  desk: Actor | undefined,
): string {
  return desk === undefined
    ? pathIn(view, recordPath(kindOf(to.kind), to.id, to.title))
    : deskPath(view, to.id);
}

function Links({
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

function Begin({ view, kind, query, words }: BeginProps) {
  const pairs = Object.entries(query).map(([name, id]): [string, string] => [name, String(id)]);
  const href = `${pathIn(view, `/desk/records/${kind}/new`)}?${new URLSearchParams(pairs)}`;
  return (
    <LinkButton kind="quiet" icon="plus" view={view} href={href}>
      {words}
    </LinkButton>
  );
}
