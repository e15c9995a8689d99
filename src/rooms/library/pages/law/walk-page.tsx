// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { Prose } from '#platform/records';
import { Empty, Page, Section, type View } from '#platform/ui';
import type { Walk } from '../../queries/walk.ts';
import { BesideView } from './beside-view.tsx';
import { Begin, DutyView, hrefOf, Links } from './duty-view.tsx';

interface WalkProps {
  view: View;
  walk: Walk;
  /** ISO 8601. */
  today: string;
  /** Somebody at the desk, who may begin what is missing. */
  desk?: Actor;
}

/** A law duty by duty: what answers it here, what is missing, and what is proposed. */
export function WalkPage({ view, walk, today, desk }: WalkProps) {
  const { t } = view;
  const { law, duties, gaps, changes, sanctions } = walk;
  const answered = duties.filter((one) => one.answers.length > 0).length;
  return (
    <Page
      view={view}
      title={t('library.walk.title', { law: law.title })}
      caption={law.number}
      back={{ href: hrefOf(view, { ...law, kind: 'law' }, desk), label: law.title }}
      nav={desk === undefined ? undefined : deskNav(view, desk, 'letters')}
    >
      {duties.length === 0 ? (
        <Empty view={view} title={t('library.walk.no-duties')} />
      ) : (
        <p>{t('library.walk.count', { n: duties.length, answered })}</p>
      )}
      {desk === undefined ? null : (
        <Begin view={view} kind="duty" query={{ law: law.id }} words={t('library.walk.add-duty')} />
      )}
      {duties.map((duty, at) => (
        <DutyView
          key={duty.id}
          view={view}
          law={law.id}
          duty={duty}
          number={at + 1}
          today={today}
          desk={desk}
        />
      ))}
      {gaps.length === 0 ? null : (
        <Section title={t('library.law.back.gap.laws')}>
          <Links view={view} links={gaps} desk={desk} />
        </Section>
      )}
      {sanctions.length === 0 ? null : (
        <Section title={t('library.walk.sanctions')}>
          <dl class="record-facts">
            {sanctions.map((one) => (
              <div key={one.id}>
                <dt>
                  <a href={hrefOf(view, one, desk)} lang={one.lang} dir="auto">
                    {one.title}
                  </a>
                </dt>
                <dd lang={one.lang}>
                  <Prose text={one.sanction} level={3} />
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      {changes.length === 0 ? null : (
        <Section title={t('library.walk.changes')}>
          {changes.map((change) => (
            <article key={change.id}>
              <h3>
                <a href={hrefOf(view, { ...change, kind: 'amendment' }, desk)} lang={change.lang} dir="auto">
                  {change.title}
                </a>
              </h3>
              {change.beside.map((beside) => (
                <BesideView key={beside.what} view={view} beside={beside} />
              ))}
            </article>
          ))}
        </Section>
      )}
    </Page>
  );
}
