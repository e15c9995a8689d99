// SPDX-License-Identifier: EUPL-1.2
import { Day, Facets, Prose, RecordLink } from '#platform/records';
import { Button, Empty, Form, Ltr, Page, Panel, pathIn, type View } from '#platform/ui';
import type { Compendium, CompendiumText } from '../../queries/compendium.ts';

/** Formal texts as one numbered document with its contents, made of what is published today; printed by the browser. */
export function CompendiumPage({ view, made, day }: { view: View; made: Compendium; day: string }) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={t('library.compendium.title')}
      back={{ href: pathIn(view, '/library'), label: t('library.home.title') }}
    >
      <div class="library-screen">
        <p>{t('library.compendium.how')}</p>
        <Form view={view} action={pathIn(view, '/library/compendium')} method="get">
          <Facets view={view} facets={made.facets} />
          <Button>{t('library.document.make')}</Button>
        </Form>
      </div>
      {made.more ? <Panel view={view} kind="warn" title={t('library.compendium.more')} /> : null}
      <p>
        {t('library.compendium.as-of', { n: made.texts.length })} <Day view={view} day={day} />
      </p>
      {made.texts.length === 0 ? (
        <Empty view={view} title={t('library.home.none')} />
      ) : (
        <Contents view={view} made={made} />
      )}
      <div class="library-numbered">
        {made.texts.map((text, at) => (
          <OneText key={text.id} view={view} text={text} number={at + 1} />
        ))}
      </div>
    </Page>
  );
}

function Contents({ view, made }: { view: View; made: Compendium }) {
  return (
    <nav aria-labelledby="contents">
      <h2 id="contents">{view.t('library.compendium.contents')}</h2>
      <ol>
        {made.texts.map(({ id, title, lang }) => (
          <li key={id}>
            <a href={`#text-${id}`} lang={lang} dir="auto">
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function OneText({ view, text, number }: { view: View; text: CompendiumText; number: number }) {
  return (
    <section class="section" id={`text-${text.id}`}>
      <h2>
        {number}. <RecordLink view={view} to={text} />
      </h2>
      <p class="quiet">
        <Ltr>{text.number}</Ltr> <bdi lang={text.lang}>{text.adoptedBy}</bdi>{' '}
        {text.adopted === '' ? null : <Day view={view} day={text.adopted} />}
      </p>
      <div lang={text.lang}>
        <Prose text={text.summary} level={3} />
      </div>
      {text.parts.map((part, at) => (
        <section key={at} lang={part.lang}>
          <h3 dir="auto">
            {number}.{at + 1} {part.heading} <Ltr>{part.place}</Ltr>
          </h3>
          <Prose text={part.text} level={3} />
        </section>
      ))}
    </section>
  );
}
