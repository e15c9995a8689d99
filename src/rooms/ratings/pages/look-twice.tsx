// SPDX-License-Identifier: EUPL-1.2
import { Ltr, Panel, type View } from '#platform/ui';
import type { LookAlike } from '../look-alike.ts';

/** The address is written with letters that look like others. */
export function LookTwice({ view, host, alike }: { view: View; host: string; alike: LookAlike | null }) {
  const { t } = view;
  if (alike === null) return null;
  return (
    <Panel view={view} kind="warn" title={t('ratings.look-alike.title')}>
      <p>{t.parts('ratings.look-alike.text', { read: <Ltr>{alike.read}</Ltr> })}</p>
      <p>{t.parts('ratings.look-alike.really', { host: <Ltr>{host}</Ltr> })}</p>
    </Panel>
  );
}
