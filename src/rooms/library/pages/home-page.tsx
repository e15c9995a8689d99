// SPDX-License-Identifier: EUPL-1.2
import { formatNumber } from '#platform/i18n';
import { Hit, kindKey, kindOf, label, RecordLink } from '#platform/records';
import { Button, Empty, Form, Lead, Page, pathIn, Section, TextField, type View, Ways } from '#platform/ui';
import type { HomeView } from '../queries/home.ts';

/** The way into the library: a search box, guides by worry, whom things are for, what kinds there are, what is new. */
export function HomePage({ view, home }: { view: View; home: HomeView }) {
  const { t } = view;
  return (
    <Page view={view} title={t('library.home.title')}>
      <Lead>{t('library.home.lead')}</Lead>
      <SearchBox view={view} />
      <Worries view={view} worries={home.worries} />
      {home.audiences.length === 0 ? null : (
        <Section title={t('library.home.for')}>
          <ul class="library-counts">
            {home.audiences.map(({ code, label: words, count }) => (
              <li key={code}>
                <a href={pathIn(view, `/library/for?who=${code}`)}>{words}</a> {formatNumber(count, view)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('library.home.kinds')}>
        {home.kinds.length === 0 ? <Empty view={view} title={t('library.home.none')} /> : null}
        <ul class="library-counts">
          {home.kinds.map(({ name, label: words, count }) => (
            <li key={name}>
              <a href={pathIn(view, `/library/${name}`)}>{words}</a> {formatNumber(count, view)}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('library.home.do')}>
        <Doing view={view} />
      </Section>
      {home.newest.length === 0 ? null : (
        <Section title={t('library.home.newest')}>
          <ol class="record-hits">
            {home.newest.map((item) => (
              <Hit key={item.id} view={view} item={item} about={label(view, kindKey(kindOf(item.kind)))} />
            ))}
          </ol>
        </Section>
      )}
    </Page>
  );
}

function SearchBox({ view }: { view: View }) {
  const { t } = view;
  return (
    <Form view={view} action={pathIn(view, '/search')} method="get" role="search">
      <TextField
        view={view}
        name="q"
        type="search"
        label={t('library.home.search')}
        hint={t('library.home.search-hint')}
      />
      <Button>{t('library.home.find')}</Button>
    </Form>
  );
}

function Worries({ view, worries }: { view: View; worries: HomeView['worries'] }) {
  const { t } = view;
  if (worries.length === 0) return null;
  return (
    <Section title={t('library.home.worries')}>
      <dl class="library-worries">
        {worries.map(({ code, label: words, guides }) => (
          <div key={code}>
            <dt>{words}</dt>
            {guides.map((guide) => (
              <dd key={guide.id}>
                <RecordLink view={view} to={{ ...guide, kind: 'guide' }} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Doing({ view }: { view: View }) {
  const { t } = view;
  return (
    <Ways
      view={view}
      items={[
        {
          href: pathIn(view, '/library/share'),
          label: t('library.home.share'),
          hint: t('library.home.share-hint'),
          icon: 'send',
        },
        { href: pathIn(view, '/library/share/back'), label: t('library.home.back'), icon: 'ticket' },
        {
          href: pathIn(view, '/library/compendium'),
          label: t('library.compendium.title'),
          icon: 'book-open',
        },
        {
          href: pathIn(view, '/library/tasks-of-law'),
          label: t('library.tasks-of-law.title'),
          icon: 'gavel',
        },
        { href: pathIn(view, '/library/law-making'), label: t('library.law-making.title'), icon: 'landmark' },
      ]}
    />
  );
}
