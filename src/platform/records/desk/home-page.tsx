// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { formatNumber, formatShort } from '#platform/i18n';
import { Empty, LinkButton, Page, pathIn, Section, Status, Table, Typed, type View } from '#platform/ui';
import type { Kind } from '../kind/kind.ts';
import { deskPath } from '../pages/address.ts';
import { kindKey, kindsKey, label } from '../pages/labels.ts';
import type { RecordState } from '../record.ts';
import { kindOf } from '../registry.ts';
import { StateOf } from './work-page.tsx';

/** One record in a list of the desk. */
export interface DeskRecord {
  id: number;
  kind: string;
  title: string;
  lang: string;
  state: RecordState;
  edition: number;
  /** The last change of any part. */
  at: Date;
}

export interface HomeView {
  actor: Actor;
  reviews: readonly DeskRecord[];
  returned: readonly DeskRecord[];
  drafts: readonly DeskRecord[];
  kinds: readonly { kind: Kind; count: number; mayPropose: boolean }[];
  timeZone: string;
}

/** What waits for this person among the records, and the kinds they work with. */
export function HomePage({ view, home }: { view: View; home: HomeView }) {
  const { t } = view;
  const lists = [
    ['reviews', home.reviews],
    ['returned', home.returned],
    ['drafts', home.drafts],
  ] as const;
  const waiting = lists.some(([, records]) => records.length > 0);
  return (
    <Page view={view} title={t('records.home.title')} nav={deskNav(view, home.actor, 'library')} wide>
      {waiting ? null : <Empty view={view} title={t('records.home.nothing')} />}
      {lists.map(([name, records]) =>
        records.length === 0 ? null : (
          <Section key={name} title={t(`records.home.${name}`)} id={name}>
            <RecordTable
              view={view}
              id={`${name}-table`}
              caption={t(`records.home.${name}-what`)}
              records={records}
              timeZone={home.timeZone}
            />
          </Section>
        ),
      )}
      <Section title={t('records.home.kinds')}>
        <Table
          view={view}
          id="kinds-table"
          caption={t('records.home.kinds')}
          captionHidden
          columns={[
            { label: t('records.home.kind'), head: true },
            { label: t('records.home.count'), numeric: true },
            { label: t('records.home.new') },
          ]}
          rows={home.kinds.map(({ kind, count, mayPropose }) => [
            <KindLink key="list" view={view} kind={kind} />,
            formatNumber(count, view),
            mayPropose ? <NewLink key="new" view={view} kind={kind} /> : '',
          ])}
        />
      </Section>
    </Page>
  );
}

function KindLink({ view, kind }: { view: View; kind: Kind }) {
  const isOff = view.site.offRooms.some(({ room }) => room === kind.room);
  return (
    <>
      <a href={pathIn(view, `/desk/records/${kind.name}`)}>{label(view, kindsKey(kind))}</a>{' '}
      {isOff ? <Status tone="warn">{view.t('records.home.others')}</Status> : null}
    </>
  );
}

export function NewLink({ view, kind }: { view: View; kind: Kind }) {
  return (
    <LinkButton kind="quiet" icon="plus" view={view} href={pathIn(view, `/desk/records/${kind.name}/new`)}>
      {view.t('records.home.new-of', { kind: label(view, kindKey(kind)) })}
    </LinkButton>
  );
}

interface TableView {
  view: View;
  id: string;
  caption: string;
  records: readonly DeskRecord[];
  timeZone: string;
}

export function RecordTable({ view, id, caption, records, timeZone }: TableView) {
  const { t } = view;
  return (
    <Table
      view={view}
      id={id}
      caption={caption}
      columns={[
        { label: t('records.home.record'), head: true },
        { label: t('records.home.state') },
        { label: t('records.home.changed') },
      ]}
      rows={records.map((one) => [
        <>
          <a href={deskPath(view, one.id)} lang={one.lang}>
            <Typed>{one.title}</Typed>
          </a>
          <span class="record-sort">{label(view, kindKey(kindOf(one.kind)))}</span>
        </>,
        <StateOf key="state" view={view} state={one.state} />,
        formatShort(one.at, { lang: view.lang, timeZone }),
      ])}
    />
  );
}
