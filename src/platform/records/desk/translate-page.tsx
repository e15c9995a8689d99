// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { formatNumber, type Lang } from '#platform/i18n';
import { Empty, Page, pathIn, Section, Table, Typed, type View } from '#platform/ui';
import { deskPath } from '../pages/address.ts';
import { kindKey, label } from '../pages/labels.ts';
import { ownName } from '../pages/language.ts';
import { kindOf } from '../registry.ts';

/** One record that waits for a translator in one language. */
export interface ToTranslate {
  id: number;
  kind: string;
  title: string;
  /** The language of the title. */
  lang: string;
  /** Whether the language has any words of it yet. */
  begun: boolean;
  todo: number;
  stale: number;
  machine: number;
  hints: number;
}

export interface TranslateView {
  actor: Actor;
  /** The languages of this installation with how many records wait in each. */
  languages: readonly { lang: Lang; count: number }[];
  chosen: Lang;
  records: readonly ToTranslate[];
}

/** What is missing, out of date or a machine's, language by language. */
export function TranslatePage({ view, desk }: { view: View; desk: TranslateView }) {
  const { t } = view;
  return (
    <Page view={view} title={t('records.translate.title')} nav={deskNav(view, desk.actor, 'translate')} wide>
      <nav aria-label={t('records.translate.languages')}>
        <ul class="record-terms">
          {desk.languages.map(({ lang, count }) => (
            <li key={lang}>
              <a
                href={`${pathIn(view, '/desk/translate')}?to=${lang}`}
                aria-current={lang === desk.chosen ? 'page' : undefined}
              >
                <bdi lang={lang}>{ownName(lang)}</bdi> <span class="num">{formatNumber(count, view)}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Section title={<span lang={desk.chosen}>{ownName(desk.chosen)}</span>} id="waiting">
        {desk.records.length === 0 ? (
          <Empty view={view} title={t('records.translate.nothing')} />
        ) : (
          <Waiting view={view} desk={desk} />
        )}
      </Section>
    </Page>
  );
}

function Waiting({ view, desk }: { view: View; desk: TranslateView }) {
  const { t } = view;
  const count = (n: number) => (n === 0 ? '' : formatNumber(n, view));
  return (
    <Table
      view={view}
      id="translate"
      caption={t('records.translate.waiting')}
      columns={[
        { label: t('records.home.record'), head: true },
        { label: t('records.translate.todo'), numeric: true },
        { label: t('records.translate.stale'), numeric: true },
        { label: t('records.translate.machine'), numeric: true },
        { label: t('records.translate.hints'), numeric: true },
      ]}
      rows={desk.records.map((one) => [
        <>
          <a href={deskPath(view, one.id, 'words', desk.chosen)} lang={one.lang}>
            <Typed>{one.title}</Typed>
          </a>
          <span class="record-sort">{label(view, kindKey(kindOf(one.kind)))}</span>
        </>,
        one.begun ? count(one.todo) : t('records.translate.all'),
        count(one.stale),
        count(one.machine),
        count(one.hints),
      ])}
    />
  );
}
