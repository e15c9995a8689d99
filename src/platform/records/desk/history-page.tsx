// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { formatShort, type MessageKey } from '#platform/i18n';
import { Button, Form, Page, Section, Table, Typed, type View } from '#platform/ui';
import type { Kind } from '../kind/kind.ts';
import { deskPath } from '../pages/address.ts';
import { ownName } from '../pages/language.ts';
import type { Piece } from '../pages/word-diff.ts';
import type { History, RevisionLine } from '../record.ts';
import { Pieces } from './beside.tsx';

export interface HistoryView {
  actor: Actor;
  kind: Kind;
  id: number;
  title: string;
  history: History;
  names: ReadonlyMap<string, string>;
  timeZone: string;
}

const partName = (view: View, lang: string) =>
  lang === '' ? view.t('records.work.facts') : <span lang={lang}>{ownName(lang)}</span>;

/** Every revision of every part, and every edition that readers saw. */
export function HistoryPage({ view, shown }: { view: View; shown: HistoryView }) {
  const { t } = view;
  const { history, names, timeZone } = shown;
  const when = (at: Date) => formatShort(at, { lang: view.lang, timeZone });
  const who = (by: string | null) =>
    by === null ? t('records.work.nobody') : (names.get(by) ?? t('records.work.nobody'));
  return (
    <Page
      view={view}
      title={t('records.history.title', { title: shown.title })}
      back={{ href: deskPath(view, shown.id) }}
      nav={deskNav(view, shown.actor, 'library')}
      wide
    >
      <Table
        view={view}
        id="revisions"
        caption={t('records.history.revisions')}
        columns={[
          { label: t('records.step.part'), head: true },
          { label: t('records.history.revision'), numeric: true },
          { label: t('records.history.when') },
          { label: t('records.history.who') },
          { label: t('records.history.how') },
          { label: t('records.history.note') },
        ]}
        rows={history.revisions.map((line) => [
          partName(view, line.lang),
          <a key="revision" href={revisionHref(view, shown.id, line)}>
            {line.rev}
          </a>,
          when(line.at),
          who(line.by),
          t(`records.via.${line.via}`),
          line.note === null ? '' : <Typed key="note">{line.note}</Typed>,
        ])}
      />
      {history.editions.length === 0 ? null : (
        <Section title={t('records.history.editions')}>
          <Table
            view={view}
            id="editions"
            caption={t('records.history.editions-what')}
            columns={[
              { label: t('records.history.edition'), numeric: true },
              { label: t('records.history.when') },
              { label: t('records.history.who') },
              { label: t('records.history.note') },
            ]}
            rows={history.editions.map(({ no, at, by, note }) => [
              no,
              when(at),
              who(by),
              note === null ? '' : <Typed key="note">{note}</Typed>,
            ])}
          />
        </Section>
      )}
    </Page>
  );
}

const revisionHref = (view: View, id: number, { lang, rev }: Pick<RevisionLine, 'lang' | 'rev'>) =>
  deskPath(view, id, 'history', lang || 'facts', rev);

export interface RevisionView {
  actor: Actor;
  id: number;
  title: string;
  lang: string;
  rev: number;
  /** The revision it is compared with; 0 for nothing. */
  from: number;
  changes: readonly { label: string; pieces: readonly Piece[] }[];
  /** Values of fields that the kind has no longer. */
  gone: readonly { name: string; text: string }[];
  /** It is not the newest, and this person may bring it back. */
  mayRestore: boolean;
}

/** One revision beside the one before it, word by word. */
export function RevisionPage({ view, shown }: { view: View; shown: RevisionView }) {
  const { t } = view;
  const { id, lang, rev, from, changes, gone } = shown;
  const title = t('records.history.of', { rev, part: lang === '' ? t('records.work.facts') : ownName(lang) });
  return (
    <Page
      view={view}
      title={title}
      caption={<Typed>{shown.title}</Typed>}
      back={{ href: deskPath(view, id, 'history') }}
      nav={deskNav(view, shown.actor, 'library')}
    >
      <p>{from === 0 ? t('records.history.first') : t('records.history.compared', { from })}</p>
      {changes.length === 0 ? <p>{t('records.history.no-change' as MessageKey)}</p> : null}
      <dl class="record-facts">
        {changes.map(({ label, pieces }, at) => (
          <div key={at} class="record-long">
            <dt>{label}</dt>
            <dd class="record-text" lang={lang === '' ? undefined : lang} dir="auto">
              <Pieces pieces={pieces} view={view} />
            </dd>
          </div>
        ))}
        {gone.map(({ name, text }) => (
          <div key={name} class="record-long">
            <dt>{t('records.history.gone', { name })}</dt>
            <dd class="record-text">
              <Typed>{text}</Typed>
            </dd>
          </div>
        ))}
      </dl>
      {shown.mayRestore ? (
        <Form view={view} action={deskPath(view, id, 'history', lang || 'facts', rev)}>
          <Button kind="secondary">{t('records.history.restore')}</Button>
        </Form>
      ) : null}
    </Page>
  );
}
