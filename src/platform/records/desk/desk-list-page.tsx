// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { Button, Details, Empty, Form, Page, Pager, pathIn, TextField, type View } from '#platform/ui';
import type { Kind } from '../kind/kind.ts';
import { kindsKey, label } from '../pages/labels.ts';
import { type DeskRecord, NewLink, RecordTable } from './home-page.tsx';
import { RoomOff } from './room-off.tsx';

export interface DeskListView {
  actor: Actor;
  kind: Kind;
  records: readonly DeskRecord[];
  page: number;
  pages: number;
  words: string;
  mayPropose: boolean;
  mayImport: boolean;
  timeZone: string;
}

/** Every record of a kind, whatever its state. */
export function DeskListPage({ view, list }: { view: View; list: DeskListView }) {
  const { t } = view;
  const path = pathIn(view, `/desk/records/${list.kind.name}`);
  return (
    <Page
      view={view}
      title={label(view, kindsKey(list.kind))}
      nav={deskNav(view, list.actor, 'library')}
      back={{ href: pathIn(view, '/desk/records'), label: t('records.home.title') }}
      wide
    >
      <RoomOff view={view} room={list.kind.room} />
      {list.mayPropose ? <NewLink view={view} kind={list.kind} /> : null}
      <Form view={view} action={path} method="get" role="search">
        <TextField
          view={view}
          name="q"
          type="search"
          width="medium"
          label={t('records.list.title-words')}
          value={list.words}
        />
        <Button kind="secondary">{t('records.list.find')}</Button>
      </Form>
      {list.records.length === 0 ? (
        <Empty view={view} title={t('records.list.none')} />
      ) : (
        <RecordTable
          view={view}
          id="records"
          caption={t('records.list.all')}
          records={list.records}
          timeZone={list.timeZone}
        />
      )}
      <Pager
        view={view}
        page={list.page}
        pages={list.pages}
        href={(page) => `${path}?${new URLSearchParams({ q: list.words, page: String(page) })}`}
      />
      <Details view={view} summary={t('records.export.title')}>
        <ul class="record-list">
          <li>
            <a href={`${path}/export.csv`}>{t('records.export.csv')}</a>
          </li>
          <li>
            <a href={`${path}/export.ndjson`}>{t('records.export.parcels')}</a>
          </li>
          {list.mayImport ? (
            <li>
              <a href={`${path}/import`}>{t('records.export.import')}</a>
            </li>
          ) : null}
        </ul>
      </Details>
    </Page>
  );
}
