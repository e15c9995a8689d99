// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  Checkboxes,
  DeskNav,
  Empty,
  Form,
  Page,
  Pager,
  Panel,
  pathIn,
  Status,
  type View,
} from '#platform/ui';
import type { Shown } from '../../queries/queue-view.ts';
import { NEEDS } from '../../rules/priority.ts';
import { say } from '../words.tsx';
import { Filter, Find } from './queue-filter.tsx';
import { QueueTable } from './queue-table.tsx';
import type { QueuePageView } from './queue-view.ts';

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
      <div class="desk-next">
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
      </div>
    </>
  );
}

function Lists({ view, data }: { view: View; data: QueuePageView }) {
  const { t } = view;
  const { counts, filter } = data;
  const lists: [Shown, number | undefined][] = [
    ['waiting', counts.waiting],
    ['mine', counts.mine],
    ['others', counts.others],
    ['closed', undefined],
  ];
  const items = lists.map(([show, count]) => ({
    href: queueHref(view, data, { show }),
    label: say(view, 'queue.show', show),
    count,
    current: filter.show === show,
  }));
  return (
    <DeskNav label={t('cases.queue.lists')} items={items}>
      {counts.late === 0 ? null : <Status tone="warn">{t('cases.queue.late', { n: counts.late })}</Status>}
    </DeskNav>
  );
}
