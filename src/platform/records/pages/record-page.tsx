// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { formatDate, formatNumber } from '#platform/i18n';
import { Ltr, Page, pathIn, Section, Tag, type View } from '#platform/ui';
import { apiPath } from '../exchange/api-routes.ts';
import { subscribePath } from '../subscribe/subscribe-routes.tsx';
import { deskPath, listPath } from './address.ts';
import { Banners } from './banners.tsx';
import { kindKey, kindsKey, label } from './labels.ts';
import { ownName } from './language.ts';
import { Prose } from './prose.tsx';
import { RecordBody } from './record-body.tsx';
import type { RecordView } from './record-view.ts';
import { RecordLink } from './values.tsx';

/** The page of one record: what it says by the sections its kind declares, what links here, and how to cite it. */
export function RecordPage({ view, shown, desk }: { view: View; shown: RecordView; desk?: Actor }) {
  const { kind, record, lang } = shown;
  const lede = kind.lede === null ? undefined : record.words[lang]?.body[kind.lede];
  return (
    <Page
      view={view}
      title={shown.title}
      heading="field"
      caption={label(view, kindKey(kind))}
      back={
        desk === undefined
          ? { href: pathIn(view, listPath(kind)), label: label(view, kindsKey(kind)) }
          : { href: deskPath(view, record.id) }
      }
      nav={desk === undefined ? undefined : deskNav(view, desk, 'library')}
    >
      <article class="record">
        <h1 lang={lang} dir="auto">
          {shown.title}
        </h1>
        <Banners view={view} shown={shown} />
        {lede === undefined ? null : (
          <div class="lead" lang={lang}>
            <Prose text={lede} level={2} />
          </div>
        )}
        <RecordBody view={view} shown={shown} />
      </article>
      <div class="record-panels">{shown.panels}</div>
      <Related view={view} shown={shown} />
      <About view={view} shown={shown} />
    </Page>
  );
}

function Related({ view, shown }: { view: View; shown: RecordView }) {
  const there = shown.backlinks.filter(({ links }) => links.length > 0);
  return (
    <>
      {there.map(({ key, links }) => (
        <Section key={key} title={label(view, key)}>
          <ul class="record-list">
            {links.map((link) => (
              <li key={link.id}>
                <RecordLink view={view} to={link} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

/** How to come back to it and cite it. */
function About({ view, shown }: { view: View; shown: RecordView }) {
  const { t } = view;
  const { kind, record, published } = shown;
  return (
    <footer class="record-about">
      {published === null ? null : (
        <p>
          {t('records.page.edition', {
            edition: record.edition,
            day: formatDate(published, { lang: view.lang, timeZone: shown.timeZone }),
          })}
        </p>
      )}
      <p>
        {t('records.page.address')} <Ltr>{shown.address}</Ltr>
      </p>
      <ul
        class="record-terms"
        aria-label={t('records.page.languages', { n: formatNumber(shown.langs.length, view) })}
      >
        {shown.langs.map((lang) => (
          <li key={lang}>
            {lang === shown.lang ? (
              <Tag>
                <span lang={lang}>{ownName(lang)}</span>
              </Tag>
            ) : (
              <a href={`?text=${lang}`} lang={lang} hreflang={lang}>
                {ownName(lang)}
              </a>
            )}
          </li>
        ))}
      </ul>
      {kind.seen === 'public' && record.edition > 0 ? <Elsewhere view={view} shown={shown} /> : null}
    </footer>
  );
}

/** The same record for programs, and news of it by mail. */
function Elsewhere({ view, shown: { kind, record } }: { view: View; shown: RecordView }) {
  const { t } = view;
  const subject = { scheme: 'record', code: String(record.id) };
  return (
    <p class="record-ways">
      <a href={pathIn(view, subscribePath(subject))}>{t('records.others.mail')}</a>
      <a href={`${apiPath(kind)}/${record.id}`}>{t('records.others.record')}</a>
    </p>
  );
}
