// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { formatDate, formatNumber } from '#platform/i18n';
import { Ltr, Page, pathIn, Section, Tag, type View } from '#platform/ui';
import { apiPath } from '../exchange/api-routes.ts';
import { subscribePath } from '../subscribe/subscribe-routes.tsx';
import { deskPath, listPath } from './address.ts';
import { Banners } from './banners.tsx';
import { fieldKey, kindKey, kindsKey, label, sectionKey } from './labels.ts';
import { ownName } from './language.ts';
import { Prose } from './prose.tsx';
import type { RecordView } from './record-view.ts';
import { isThere, RecordLink, Rows, Value } from './values.tsx';

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
      {shown.panels}
      <Related view={view} shown={shown} />
      <About view={view} shown={shown} />
    </Page>
  );
}

/** The fields of a record by sections, without what stands above them: the title and the summary. */
export function RecordBody({ view, shown }: { view: View; shown: RecordView }) {
  const { kind } = shown;
  return (
    <>
      {kind.reads.map(([section, ...fields]) => {
        const there = fields.filter(
          (name) => name !== kind.title && name !== kind.lede && hasValue(shown, name),
        );
        if (there.length === 0) return null;
        return (
          <Section key={section} title={label(view, sectionKey(kind, section))}>
            <dl class="record-facts">
              {there.map((name) => (
                <OneField key={name} view={view} shown={shown} name={name} />
              ))}
            </dl>
          </Section>
        );
      })}
    </>
  );
}

const fieldValue = ({ kind, record, lang }: RecordView, name: string): unknown =>
  kind.fields[name]?.words ? record.words[lang]?.body[name] : record.facts[name];

function hasValue(shown: RecordView, name: string): boolean {
  const field = shown.kind.fields[name];
  return field !== undefined && isThere(shown, field, fieldValue(shown, name));
}

function OneField({ view, shown, name }: { view: View; shown: RecordView; name: string }) {
  const field = shown.kind.fields[name];
  if (field === undefined) return null;
  const long = field.as === 'prose' || field.as === 'rows';
  return (
    <div class={long ? 'record-long' : undefined}>
      <dt>{label(view, fieldKey(shown.kind, name))}</dt>
      <dd>
        {field.as === 'rows' ? (
          <Rows view={view} shown={shown} name={name} />
        ) : (
          <Value view={view} shown={shown} field={field} value={fieldValue(shown, name)} />
        )}
      </dd>
    </div>
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
