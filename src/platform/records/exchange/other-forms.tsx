// SPDX-License-Identifier: EUPL-1.2
import { Details, pathIn, type View } from '#platform/ui';
import type { Kind } from '../kind/kind.ts';
import { listPath } from '../pages/address.ts';
import { subscribePath } from '../subscribe/subscribe-routes.tsx';
import { apiPath } from './api-routes.ts';
import { feedQuery } from './feed-routes.ts';

interface Listing {
  /** Null for a search over everything. */
  kind: Kind | null;
  words: string;
  chosen: Readonly<Record<string, readonly string[]>>;
}

/** The same list, as it was narrowed, for feed readers, tables and programs. */
export function OtherForms({ view, of: { kind, words, chosen } }: { view: View; of: Listing }) {
  const { t } = view;
  const asking = feedQuery(words, chosen);
  const place = pathIn(view, kind === null ? '/search' : listPath(kind));
  return (
    <Details view={view} summary={t('records.others.title')}>
      <ul class="record-list">
        <li>
          <a href={`${place}.atom${asking}`}>{t('records.others.atom')}</a>
        </li>
        <li>
          <a href={`${place}.json${asking}`}>{t('records.others.json')}</a>
        </li>
        <NewsByMail view={view} kind={kind} words={words} chosen={chosen} />
        {kind === null ? null : <Files view={view} kind={kind} place={place} asking={asking} />}
      </ul>
    </Details>
  );
}

/** A kind, or one term that the list was narrowed to: what mail can be about. */
function NewsByMail({ view, kind, words, chosen }: { view: View } & Listing) {
  const picked = Object.entries(chosen).flatMap(([scheme, codes]) => codes.map((code) => ({ scheme, code })));
  const [subject, ...more] =
    picked.length > 0 || kind === null ? picked : [{ scheme: 'kind', code: kind.name }];
  const isOwn = subject === undefined || subject.scheme === 'lang' || subject.scheme === 'year';
  if (isOwn || more.length > 0 || words !== '') return null;
  return (
    <li>
      <a href={pathIn(view, subscribePath(subject))}>{view.t('records.others.mail')}</a>
    </li>
  );
}

function Files({ view, kind, place, asking }: { view: View; kind: Kind; place: string; asking: string }) {
  const { t } = view;
  return (
    <>
      <li>
        <a href={`${place}.csv${asking}`}>{t('records.others.csv')}</a>
      </li>
      <li>
        <a href={`${apiPath(kind)}${asking}`}>{t('records.others.api')}</a>
      </li>
      <li>
        <a href={`${apiPath(kind)}.ndjson`}>{t('records.others.parcels')}</a>
      </li>
    </>
  );
}
