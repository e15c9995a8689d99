// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { Day, type ListedRecord } from '#platform/records';
import { Empty, Page, pathIn, Table, Typed, type View } from '#platform/ui';

/** The laws that a lawyer can walk duty by duty, published or not. */
export function LawsPage({ view, actor, laws }: { view: View; actor: Actor; laws: readonly ListedRecord[] }) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={t('library.walk.laws')}
      nav={deskNav(view, actor, 'letters')}
      back={{ href: pathIn(view, '/desk/library') }}
    >
      {laws.length === 0 ? (
        <Empty view={view} title={t('library.home.none')} />
      ) : (
        <Table
          view={view}
          id="laws"
          caption={t('library.walk.laws')}
          captionHidden
          columns={[{ label: t('library.law.title'), head: true }, { label: t('library.law.adopted') }]}
          rows={laws.map((law) => [
            <a key="law" href={pathIn(view, `/desk/library/law/${law.id}`)} lang={law.lang}>
              <Typed>{law.title}</Typed>
            </a>,
            <Day key="day" view={view} day={law.day} />,
          ])}
        />
      )}
    </Page>
  );
}
