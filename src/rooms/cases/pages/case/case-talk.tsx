// SPDX-License-Identifier: EUPL-1.2
import { Details, Thread, type ThreadMessage, Typed, type View } from '#platform/ui';
import type { CaseFile, ReportView } from '../../queries/case-file.ts';
import type { TimelineRow } from '../../queries/timeline.ts';
import { type Desk, say, short } from '../words.tsx';

/** The talk, collapsed like all words of a reporter, and what happened. */
export function CaseTalk({ view, desk, file }: { view: View; desk: Desk; file: CaseFile }) {
  const { t } = view;
  return (
    <>
      {file.reports.map((report, at) =>
        report.talk.length === 0 ? null : (
          <Details
            key={report.facts.id}
            view={view}
            summary={t('cases.talk.of', { n: at + 1, messages: report.talk.length })}
          >
            <Thread view={view} messages={lettersOf(view, desk, report)} you={t('cases.talk.desk')} />
          </Details>
        ),
      )}
      <h3>{t('cases.case.timeline')}</h3>
      <ol class="timeline">
        {file.timeline.map((row) => (
          <li key={row.id}>
            <Happened view={view} desk={desk} row={row} />
          </li>
        ))}
      </ol>
    </>
  );
}

function lettersOf(view: View, desk: Desk, { talk }: ReportView): ThreadMessage[] {
  return talk.map(({ id, dir, at, role, kind, words, quick, alias }) => ({
    id,
    mine: dir === 'out',
    from: say(view, 'role', role),
    at: short(desk, at),
    text: words === '' ? null : words,
    note: [
      dir === 'out' ? alias : kind === 'answer' ? '' : say(view, 'talk.kind', kind),
      quick === null ? '' : say(view, 'quick', quick),
    ]
      .filter(Boolean)
      .join(' · '),
  }));
}

/** Codes of events whose code is a word with a name of its own. */
const GROUPS: Readonly<Record<string, string>> = {
  news: 'news',
  closed: 'outcome',
  assessed: 'needs',
  joined: 'how',
  'rows-answered': 'row',
  'follow-up': 'follow-up',
  'follow-up-done': 'follow-up',
  'support-ended': 'enough',
};

function Happened({ view, desk, row }: { view: View; desk: Desk; row: TimelineRow }) {
  const group = row.act.startsWith('refer') ? 'body' : GROUPS[row.act];
  const { t } = view;
  const who = row.who ?? (row.code === 'reporter' ? t('cases.talk.reporter') : null);
  return (
    <>
      <p class="case-line">
        <span class="quiet num">{short(desk, row.at)}</span>
        {who === null ? null : <Typed>{who}</Typed>}
        <span>
          {say(view, 'event', row.act)}
          {row.code === null || group === undefined ? null : `: ${say(view, group, row.code)}`}
        </span>
      </p>
      {row.words === '' ? null : (
        <p class="letter-text" dir="auto">
          {row.words}
        </p>
      )}
    </>
  );
}
