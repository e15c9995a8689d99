// SPDX-License-Identifier: EUPL-1.2
import { Hit, kindKey, kindOf, type ListedRecord, label } from '#platform/records';
import { Page, pathIn, type View } from '#platform/ui';

interface ForProps {
  view: View;
  label: string;
  items: readonly ListedRecord[];
  total: number;
}

/** All that is here for one audience, of every kind. */
export function ForPage({ view, label: who, items, total }: ForProps) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={t('library.for.title', { who })}
      back={{ href: pathIn(view, '/library'), label: t('library.home.title') }}
    >
      <p role="status">{t('records.list.count', { n: total })}</p>
      <ol class="record-hits">
        {items.map((item) => (
          <Hit key={item.id} view={view} item={item} about={label(view, kindKey(kindOf(item.kind)))} />
        ))}
      </ol>
    </Page>
  );
}
