// SPDX-License-Identifier: EUPL-1.2
import { Day, RecordLink } from '#platform/records';
import { Empty, Page, pathIn, Steps, Tag, type View } from '#platform/ui';
import type { FollowedLaw } from '../../queries/law-making.ts';

/** Laws in the making: where each stands and the way it has come. */
export function LawMakingPage({ view, laws }: { view: View; laws: readonly FollowedLaw[] }) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={t('library.law-making.title')}
      back={{ href: pathIn(view, '/library'), label: t('library.home.title') }}
    >
      {laws.length === 0 ? <Empty view={view} title={t('library.home.none')} /> : null}
      {laws.map((law) => (
        <section key={law.id} class="section">
          <h2>
            <RecordLink view={view} to={{ ...law, kind: 'draft-law' }} />
          </h2>
          <p>
            <Tag>{law.stage}</Tag>{' '}
            <span class="quiet" lang={law.lang} dir="auto">
              {law.proposer}
            </span>
          </p>
          {law.steps.length === 0 ? null : (
            <Steps
              view={view}
              label={t('library.draft-law.course')}
              items={law.steps.map((step, at) => ({
                state: at === law.steps.length - 1 ? 'now' : 'done',
                label: step.stage,
                at: step.on === '' ? undefined : <Day view={view} day={step.on} />,
                note: (
                  <span lang={law.lang} dir="auto">
                    {step.what}
                  </span>
                ),
              }))}
            />
          )}
        </section>
      ))}
    </Page>
  );
}
