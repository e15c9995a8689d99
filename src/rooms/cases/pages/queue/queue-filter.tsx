// SPDX-License-Identifier: EUPL-1.2
import { Button, Details, Form, pathIn, Select, TextField, type View } from '#platform/ui';
import type { QueueFilter } from '../../queries/queue-view.ts';
import { say } from '../words.tsx';
import type { QueuePageView } from './queue-view.ts';

/** The list narrowed by the address of the page: a plain form, nothing is kept. */
export function Filter({ view, data }: { view: View; data: QueuePageView }) {
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

/** A case by its name. */
export function Find({ view }: { view: View }) {
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
