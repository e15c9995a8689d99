// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  Checkboxes,
  Details,
  Empty,
  Form,
  Icon,
  Page,
  Pager,
  Panel,
  pathIn,
  Select,
  TextField,
  type View,
} from '#platform/ui';
import type { QueueCounts, QueueFilter, QueueRow, Shown } from '../../queries/queue-view.ts';
import { NEEDS, type Need } from '../../rules/priority.ts';
import { type Desk, say } from '../words.tsx';
import { QueueTable } from './queue-table.tsx';

export interface QueuePageView extends Desk {
  filter: QueueFilter;
  counts: QueueCounts;
  rows: readonly QueueRow[];
  page: number;
  pages: number;
  languages: readonly string[];
  /** What this person said they can take today; all, until they say. */
  can: readonly Need[];
  resting: boolean;
  works: boolean;
  /** Word of what was just done, from the address. */
  done: 'nothing-next' | 'no-such-case' | 'deleted' | 'rest' | null;
}

/** D1: who is next. No picture, no word of a reporter, ever. */
export function QueuePage({ view, data }: { view: View; data: QueuePageView }) {
  const { t } = view;
  const href = (page: number) => queueHref(view, data, { page });
  return (
    <Page view={view} title={t('cases.queue.title')} nav={data.nav} wide>
      {data.done === null ? null : (
        <Panel view={view} kind="info" live title={say(view, 'queue.done', data.done)} />
      )}
      {data.works ? <Next view={view} data={data} /> : null}
      <Lists view={view} data={data} />
      <Filter view={view} data={data} />
      {data.rows.length === 0 ? (
        <Empty view={view} title={t('cases.queue.empty')} />
      ) : (
        <QueueTable view={view} desk={data} rows={data.rows} />
      )}
      <Pager view={view} page={data.page} pages={data.pages} href={href} />
      <Find view={view} />
    </Page>
  );
}

function queueHref(view: View, data: QueuePageView, change: { page?: number; show?: Shown }): string {
  const { filter, can } = data;
  const asked = new URLSearchParams({ show: change.show ?? filter.show });
  for (const name of ['kind', 'lang', 'channel', 'due'] as const) {
    if (filter[name] !== '') asked.set(name, filter[name]);
  }
  if (can.length < NEEDS.length) for (const need of can) asked.append('can', need);
  if ((change.page ?? 1) > 1) asked.set('page', String(change.page));
  return `${pathIn(view, '/desk')}?${asked}`;
}

/** Pull, not pick: the next case by the rule, among what this person can take today. */
function Next({ view, data }: { view: View; data: QueuePageView }) {
  const { t } = view;
  return (
    <>
      {data.resting ? (
        <Panel view={view} kind="plain" icon="coffee" title={t('cases.rest.title')}>
          <p>{t('cases.rest.text')}</p>
          <Form view={view} action={pathIn(view, '/desk/rest')}>
            <Button kind="quiet" name="rest" value="no">
              {t('cases.rest.back')}
            </Button>
          </Form>
        </Panel>
      ) : null}
      <Form view={view} action={pathIn(view, '/desk/next')}>
        <Checkboxes
          view={view}
          name="can"
          inline
          legend={t('cases.queue.can')}
          hint={t('cases.queue.can-hint')}
          options={NEEDS.map((value) => ({ value, label: say(view, 'need', value) }))}
          values={data.can}
        />
        <Button kind={data.resting ? 'secondary' : 'primary'}>{t('cases.queue.next')}</Button>
      </Form>
      {data.resting ? null : (
        <Form view={view} action={pathIn(view, '/desk/rest')}>
          <Button kind="quiet" view={view} icon="coffee" name="rest" value="yes">
            {t('cases.rest.now')}
          </Button>
        </Form>
      )}
    </>
  );
}

function Lists({ view, data }: { view: View; data: QueuePageView }) {
  const { t } = view;
  const { counts, filter } = data;
  const lists: [Shown, number | null][] = [
    ['waiting', counts.waiting],
    ['mine', counts.mine],
    ['others', counts.others],
    ['closed', null],
  ];
  return (
    <nav aria-label={t('cases.queue.lists')}>
      <p class="links">
        {lists.map(([show, n]) => (
          <a
            key={show}
            href={queueHref(view, data, { show })}
            aria-current={filter.show === show ? 'page' : undefined}
          >
            {say(view, 'queue.show', show)}
            {n === null ? null : <span class="nav-count num">{n}</span>}
          </a>
        ))}
      </p>
      {counts.late === 0 ? null : (
        <p>
          <Icon view={view} name="clock" /> {t('cases.queue.late', { n: counts.late })}
        </p>
      )}
    </nav>
  );
}

function Filter({ view, data }: { view: View; data: QueuePageView }) {
  const { t } = view;
  const { filter } = data;
  const any = { value: '', label: t('cases.queue.any') };
  const choice = (group: string, codes: readonly string[]) => [
    any,
    ...codes.map((value) => ({ value, label: say(view, group, value) })),
  ];
  const languages = [any, ...data.languages.map((value) => ({ value, label: value }))];
  return (
    <Details view={view} summary={t('cases.queue.filter')} open={isNarrowed(filter)}>
      <Form view={view} method="get" action={pathIn(view, '/desk')}>
        <input type="hidden" name="show" value={filter.show} />
        <Select
          view={view}
          name="kind"
          label={t('cases.queue.kind')}
          value={filter.kind}
          options={choice('kind', ['mean', 'picture', 'unsafe', 'saw', 'tricked', 'other'])}
        />
        <Select
          view={view}
          name="lang"
          label={t('cases.queue.lang')}
          value={filter.lang}
          options={languages}
        />
        <Select
          view={view}
          name="due"
          label={t('cases.queue.due')}
          value={filter.due}
          options={choice('queue.due', ['late', 'today'])}
        />
        <Select
          view={view}
          name="channel"
          label={t('cases.queue.channel')}
          value={filter.channel}
          options={choice('channel', ['web', 'company'])}
        />
        <Button kind="secondary">{t('cases.queue.filter-go')}</Button>
      </Form>
    </Details>
  );
}

function isNarrowed({ kind, lang, channel, due }: QueueFilter): boolean {
  return [kind, lang, channel, due].some((value) => value !== '');
}

function Find({ view }: { view: View }) {
  const { t } = view;
  return (
    <Form view={view} method="get" action={pathIn(view, '/desk')} role="search">
      <TextField
        view={view}
        name="case"
        label={t('cases.queue.find')}
        width="code"
        ltr
        hint={t('cases.queue.find-hint')}
      />
      <Button kind="secondary">{t('cases.queue.find-go')}</Button>
    </Form>
  );
}
