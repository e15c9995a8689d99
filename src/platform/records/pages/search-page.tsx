// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { Button, Empty, Form, Page, Pager, pathIn, TextField, type View } from '#platform/ui';
import { kindOf } from '../registry.ts';
import type { MatchStep } from '../search/match.ts';
import { kindKey, label } from './labels.ts';
import { type Facet, Facets, Hit, type ListedRecord } from './list-page.tsx';

export interface FoundView {
  words: string;
  items: readonly ListedRecord[];
  total: number;
  more: boolean;
  step: MatchStep | 'list';
  facets: readonly Facet[];
  page: number;
  pages: number;
  pageHref: (page: number) => string;
  /** Links to the same results in other forms. */
  others: ComponentChildren;
}

/** One box over everything that is published here. Nothing about who searches, or for what, is kept. */
export function SearchPage({ view, found }: { view: View; found: FoundView }) {
  const { t } = view;
  const { words, total, items } = found;
  const asked = words.trim() !== '';
  return (
    <Page view={view} title={t('records.search.title')}>
      <Form view={view} action={pathIn(view, '/search')} method="get" role="search">
        <TextField
          view={view}
          name="q"
          type="search"
          label={t('records.search.label')}
          hint={t('records.search.hint')}
          value={words}
        />
        <Facets view={view} facets={found.facets} />
        <Button>{t('records.search.button')}</Button>
      </Form>
      {asked ? (
        <p role="status" class="record-count">
          {countWords(view, found)}
        </p>
      ) : null}
      {asked && total === 0 ? (
        <Empty view={view} title={t('records.search.none')}>
          <p>{t('records.search.none-hint')}</p>
        </Empty>
      ) : null}
      <ol class="record-hits">
        {items.map((item) => (
          <Hit key={item.id} view={view} item={item} about={label(view, kindKey(kindOf(item.kind)))} />
        ))}
      </ol>
      <Pager view={view} page={found.page} pages={found.pages} href={found.pageHref} />
      {found.others}
    </Page>
  );
}

function countWords(view: View, { total, more, step }: FoundView): string {
  const { t } = view;
  const count = more ? t('records.search.many', { n: total }) : t('records.list.count', { n: total });
  if (total === 0 || step === 'head' || step === 'all' || step === 'list') return count;
  return `${count} ${t(step === 'like' ? 'records.search.alike' : 'records.search.some')}`;
}
