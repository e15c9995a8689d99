// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { formatNumber } from '#platform/i18n';
import {
  type Back,
  Button,
  Details,
  Empty,
  Form,
  Page,
  Pager,
  pathIn,
  TextField,
  type View,
} from '#platform/ui';
import type { Kind } from '../kind/kind.ts';
import { listPath } from './address.ts';
import { kindsKey, label, labelOrNull } from './labels.ts';
import { Day, RecordLink } from './values.tsx';

export interface ListedRecord {
  id: number;
  kind: string;
  title: string;
  lede: string;
  lang: string;
  /** ISO 8601 day that orders the list. */
  day: string;
}

export interface Facet {
  scheme: string;
  label: string;
  options: readonly { code: string; label: string; count: number; chosen: boolean }[];
}

export interface ListView {
  kind: Kind;
  items: readonly ListedRecord[];
  total: number;
  page: number;
  pages: number;
  words: string;
  facets: readonly Facet[];
  /** The query of another page of the same list. */
  pageHref: (page: number) => string;
  /** Links to the same list as feeds and files. */
  others?: ComponentChildren;
}

/** The published records of one kind: newest first, narrowed by words and facets with plain links and one form. */
export function ListPage({ view, list }: { view: View; list: ListView }) {
  const { t } = view;
  const { kind } = list;
  return (
    <Page view={view} title={label(view, kindsKey(kind))} {...toRoom(view, kind)}>
      <Form view={view} action={pathIn(view, listPath(kind))} method="get" role="search">
        <TextField view={view} name="q" type="search" label={t('records.list.words')} value={list.words} />
        <Facets view={view} facets={list.facets} />
        <Button>{t('records.list.find')}</Button>
      </Form>
      <p role="status" class="record-count">
        {t('records.list.count', { n: list.total })}
      </p>
      {list.items.length === 0 ? (
        <Empty view={view} title={t('records.list.none')}>
          <p>{t('records.list.none-hint')}</p>
        </Empty>
      ) : (
        <ol class="record-hits">
          {list.items.map((item) => (
            <Hit key={item.id} view={view} item={item} />
          ))}
        </ol>
      )}
      <Pager view={view} page={list.page} pages={list.pages} href={list.pageHref} />
      {list.others}
    </Page>
  );
}

/** The way back to the first page of the room, where it has one. */
function toRoom(view: View, { room }: Kind): { back?: Back } {
  const name = labelOrNull(view, `${room}.home.title`);
  return name === null ? {} : { back: { href: pathIn(view, `/${room}`), label: name } };
}

/** One result. `about` says what kind of thing it is, where kinds are mixed. */
export function Hit({ view, item, about }: { view: View; item: ListedRecord; about?: string }) {
  return (
    <li>
      <h2>
        <RecordLink view={view} to={item} />
      </h2>
      {item.lede === '' ? null : (
        <p lang={item.lang} dir="auto">
          {item.lede}
        </p>
      )}
      <p class="quiet">
        {about === undefined ? null : `${about} · `}
        <Day view={view} day={item.day} />
      </p>
    </li>
  );
}

/** All that a list can be narrowed by, folded so that a phone shows the results first. */
export function Facets({ view, facets }: { view: View; facets: readonly Facet[] }) {
  const there = facets.filter(({ options }) => options.length > 0);
  if (there.length === 0) return null;
  return (
    <Details
      view={view}
      summary={view.t('records.list.narrow')}
      open={there.some(({ options }) => options.some(({ chosen }) => chosen))}
    >
      <div class="record-facets">
        {there.map((facet) => (
          <FacetChoices key={facet.scheme} view={view} facet={facet} />
        ))}
      </div>
    </Details>
  );
}

/** One facet: its terms with how many records each has; folded until one is chosen. */
function FacetChoices({ view, facet }: { view: View; facet: Facet }) {
  return (
    <Details view={view} summary={facet.label} open={facet.options.some(({ chosen }) => chosen)}>
      <fieldset>
        <legend class="vh">{facet.label}</legend>
        <ul class="record-facet">
          {facet.options.map(({ code, label: words, count, chosen }) => (
            <li key={code}>
              <label>
                <input type="checkbox" name={facet.scheme} value={code} checked={chosen} /> {words}{' '}
                <span class="quiet num">{formatNumber(count, view)}</span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
    </Details>
  );
}
