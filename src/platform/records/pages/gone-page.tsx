// SPDX-License-Identifier: EUPL-1.2
import { Page, pathIn, type View } from '#platform/ui';
import type { Kind } from '../kind/kind.ts';
import { listPath } from './address.ts';
import { Withdrawn } from './banners.tsx';
import { kindsKey, label } from './labels.ts';

/** A record that was withdrawn: that it was here, and why it is not any more. */
export function GonePage({ view, kind, reason }: { view: View; kind: Kind; reason: string | null }) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={t('records.gone.title')}
      back={{ href: pathIn(view, listPath(kind)), label: label(view, kindsKey(kind)) }}
    >
      <Withdrawn view={view} reason={reason} />
    </Page>
  );
}
