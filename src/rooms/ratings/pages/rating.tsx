// SPDX-License-Identifier: EUPL-1.2
import {
  Figures,
  Ltr,
  Page,
  Panel,
  pathIn,
  Section,
  Summary,
  Table,
  Typed,
  type View,
  Ways,
} from '#platform/ui';
import type { LookAlike } from '../look-alike.ts';
import type { PublicRating } from '../queries/rating-page.ts';
import { TOPICS } from '../schema.ts';
import { LookTwice } from './look-twice.tsx';
import { ageShort, ageWords, dayWords, keyOf } from './words.ts';

export interface RatingView {
  /** The host asked for; the rating may be of one above it. */
  asked: string;
  rating: PublicRating;
  alike: LookAlike | null;
  timeZone: string;
}

/** S3: from what age, why, and how we know (W5). */
export function Rating({ view, shown }: { view: View; shown: RatingView }) {
  const { t } = view;
  const { rating, asked, alike, timeZone } = shown;
  const reach = rating.scope === 'subtree' ? 'ratings.page.reach-subtree' : 'ratings.page.reach-host';
  const day = (when: Date | string) => dayWords(view, when, timeZone);
  return (
    <Page
      view={view}
      title={t('ratings.page.title', { host: asked })}
      caption={t('ratings.page.caption')}
      back={{ href: pathIn(view, '/check') }}
    >
      <LookTwice view={view} host={asked} alike={alike} />
      <Figures
        items={[
          {
            label: ageWords(view, rating.minAge),
            value: ageShort(view, rating.minAge),
            note: `${t('ratings.page.checked')}, ${day(rating.since)}`,
          },
        ]}
      />
      <p>{t.parts(reach, { host: <Ltr>{rating.host}</Ltr> })}</p>
      {rating.blockEveryone ? (
        <Panel view={view} kind="warn">
          <p>{t('ratings.page.everyone')}</p>
        </Panel>
      ) : null}
      <Why view={view} rating={rating} />
      <Topics view={view} rating={rating} />
      <How view={view} rating={rating} day={day} />
      <History view={view} rating={rating} day={day} />
      <Section title={t('ratings.page.what')}>
        <Ways
          view={view}
          items={[
            {
              href: pathIn(view, '/report'),
              label: t('ratings.page.report'),
              hint: t('ratings.page.report-hint'),
              icon: 'flag',
            },
            { href: pathIn(view, '/check'), label: t('ratings.check.another'), icon: 'search' },
          ]}
        />
      </Section>
    </Page>
  );
}

function Why({ view, rating }: { view: View; rating: PublicRating }) {
  const { t } = view;
  const { reasons, words, wordsLang, categories } = rating;
  return (
    <Section title={t('ratings.page.why')}>
      {reasons.length > 0 ? (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{t(keyOf('reason', reason))}</li>
          ))}
        </ul>
      ) : null}
      {words === '' ? null : (
        <>
          <h3>{t('ratings.page.words')}</h3>
          <blockquote lang={wordsLang ?? undefined}>
            <Typed>{words}</Typed>
          </blockquote>
        </>
      )}
      {categories.length === 0 ? null : (
        <>
          <h3>{t('ratings.page.about')}</h3>
          <ul>
            {categories.map((code) => (
              <li key={code}>{t(keyOf('category', code))}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Topics({ view, rating }: { view: View; rating: PublicRating }) {
  const { t } = view;
  const rows = TOPICS.flatMap((topic) => {
    const amount = rating.topics[topic];
    return amount === undefined ? [] : [[t(keyOf('topic', topic)), t(keyOf('amount', amount))]];
  });
  if (rows.length === 0) return null;
  return (
    <Section title={t('ratings.page.topics')}>
      <Table
        view={view}
        id="topics"
        caption={t('ratings.page.topics')}
        captionHidden
        columns={[{ label: t('ratings.page.topic'), head: true }, { label: t('ratings.page.amount') }]}
        rows={rows}
      />
    </Section>
  );
}

interface Dated {
  view: View;
  rating: PublicRating;
  day: (when: Date | string) => string;
}

function How({ view, rating, day }: Dated) {
  const { t } = view;
  const rows = [
    { label: t('ratings.page.how-label'), value: t('ratings.page.how-person') },
    { label: t('ratings.page.sure'), value: t(keyOf('sure', rating.sure)) },
    { label: t('ratings.page.since'), value: day(rating.since) },
  ];
  if (rating.nextCheck !== null) rows.push({ label: t('ratings.page.next'), value: day(rating.nextCheck) });
  if (rating.expiresAt !== null) {
    const ends = t('ratings.page.ends-why', { date: day(rating.expiresAt) });
    rows.push({ label: t('ratings.page.ends'), value: ends });
  }
  return (
    <Section title={t('ratings.page.how')}>
      <Summary view={view} rows={rows} />
    </Section>
  );
}

function History({ view, rating, day }: Dated) {
  const { t } = view;
  return (
    <Section title={t('ratings.page.history')}>
      {rating.history.length === 0 ? (
        <p>{t('ratings.page.no-history')}</p>
      ) : (
        <ul>
          {rating.history.map((then) => (
            <li key={then.to.getTime()}>
              {t('ratings.page.history-row', {
                from: day(then.from),
                to: day(then.to),
                age: ageWords(view, then.minAge),
              })}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
