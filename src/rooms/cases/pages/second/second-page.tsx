// SPDX-License-Identifier: EUPL-1.2
import { Empty, Ltr, Page, pathIn, Table, Typed, type View } from '#platform/ui';
import type { SecondView } from '../../queries/second-view.ts';
import { type Desk, say, short } from '../words.tsx';

export interface SecondPageView extends Desk {
  acts: readonly SecondView[];
}

/** D9: acts that wait for a second, different person. */
export function SecondPage({ view, data }: { view: View; data: SecondPageView }) {
  const { t } = view;
  return (
    <Page view={view} title={t('cases.second.title')} nav={data.nav} wide>
      <p>{t('cases.second.lead')}</p>
      {data.acts.length === 0 ? (
        <Empty view={view} title={t('cases.second.empty')} />
      ) : (
        <Table
          view={view}
          id="second"
          caption={t('cases.second.title')}
          captionHidden
          columns={['case', 'act', 'asked-by', 'asked-at', 'ends'].map((name) => ({
            label: say(view, 'column', name),
            head: name === 'case',
          }))}
          rows={data.acts.map((act) => [
            <a key="case" href={pathIn(view, `/desk/second/${act.id}`)}>
              <Ltr>{act.label}</Ltr>
            </a>,
            say(view, 'act', act.act.slice('case.'.length)),
            act.own ? t('cases.second.you') : <Typed key="by">{act.byWhom ?? ''}</Typed>,
            short(data, act.askedAt),
            short(data, act.expiresAt),
          ])}
        />
      )}
    </Page>
  );
}
