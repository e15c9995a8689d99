// SPDX-License-Identifier: EUPL-1.2
import { formatDate } from '#platform/i18n';
import { Panel, pathIn, Typed, type View } from '#platform/ui';
import { listPath } from './address.ts';
import { languageName } from './language.ts';
import type { RecordView } from './record-view.ts';
import { RecordLink } from './values.tsx';

/** What a reader must know before the text: it was replaced, is in another language, behind the original, or a machine's. */
export function Banners({ view, shown }: { view: View; shown: RecordView }) {
  const { t } = view;
  const { record, lang, successor } = shown;
  const words = record.words[lang];
  const original = languageName(view, record.tongue);
  const toOriginal = (
    <a href={`?text=${record.tongue}`} key="original">
      {t('records.banner.original', { language: original })}
    </a>
  );
  return (
    <>
      {successor === null ? null : (
        <Panel view={view} kind="warn" title={t('records.banner.superseded')}>
          <p>
            <RecordLink view={view} to={successor} />
          </p>
        </Panel>
      )}
      {lang === view.lang ? null : (
        <Panel view={view} icon="languages">
          <p>{t('records.banner.language', { language: languageName(view, lang) })}</p>
        </Panel>
      )}
      {shown.staleSince === null ? null : (
        <Panel view={view} kind="warn" title={t('records.banner.stale')}>
          <p>
            {t('records.banner.stale-since', {
              day: formatDate(shown.staleSince, { lang: view.lang, timeZone: shown.timeZone }),
            })}{' '}
            {toOriginal}
          </p>
        </Panel>
      )}
      {words === undefined || words.machine === 0 ? null : (
        <Panel view={view} kind="warn" title={t('records.banner.machine')}>
          <p class="record-ways">
            <a href={hintPath(view, shown)}>{t('records.banner.hint')}</a>
            {toOriginal}
          </p>
        </Panel>
      )}
    </>
  );
}

const hintPath = (view: View, { kind, record, lang }: RecordView) =>
  `${pathIn(view, `${listPath(kind)}/${record.id}/hint`)}?text=${lang}`;

/** The page that stands where a record was withdrawn: that it is gone, why, and nothing of what it said. */
export function Withdrawn({ view, reason }: { view: View; reason: string | null }) {
  return (
    <Panel view={view} kind="warn" title={view.t('records.gone.why')}>
      <p dir="auto">{reason === null ? view.t('records.gone.no-reason') : <Typed>{reason}</Typed>}</p>
    </Panel>
  );
}
