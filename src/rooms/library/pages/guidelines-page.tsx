// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { Day, type ListedRecord } from '#platform/records';
import { Empty, Page, pathIn, Table, Typed, type View } from '#platform/ui';

interface GuidelinesProps {
  view: View;
  actor: Actor;
  guidelines: readonly ListedRecord[];
}

/** The guidelines that an organisation can say it adopted. */
export function GuidelinesPage({ view, actor, guidelines }: GuidelinesProps) {
  const { t } = view;
  return (
    <Page view={view} title={t('library.adoption.guidelines')} nav={deskNav(view, actor, 'guidelines')}>
      {guidelines.length === 0 ? (
        <Empty view={view} title={t('library.home.none')} />
      ) : (
        <Table
          view={view}
          id="guidelines"
          caption={t('library.adoption.guidelines')}
          captionHidden
          columns={[
            { label: t('library.guideline.title'), head: true },
            { label: t('library.guideline.dated') },
          ]}
          rows={guidelines.map((one) => [
            <a
              key="guideline"
              href={pathIn(view, `/desk/library/guideline/${one.id}/adoption`)}
              lang={one.lang}
            >
              <Typed>{one.title}</Typed>
            </a>,
            <Day key="day" view={view} day={one.day} />,
          ])}
        />
      )}
    </Page>
  );
}
