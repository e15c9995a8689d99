// SPDX-License-Identifier: EUPL-1.2
import { type FullRecord, kindOf } from '#platform/records';
import type { View } from '#platform/ui';
import { langOf, pagePath, textOf, titleOf } from '../said.ts';

/** A record in a list: its name as the link, and its first words. */
export function RecordLine({ view, record }: { view: View; record: FullRecord }) {
  const lang = langOf(record, view.lang);
  const { lede } = kindOf(record.kind);
  const about = lede === null ? '' : textOf(record, lede, view.lang);
  return (
    <li lang={lang} dir="auto">
      <a href={pagePath(view, record)}>{titleOf(record, view.lang)}</a>
      {about === '' ? null : <p class="campaigns-about">{firstLine(about)}</p>}
    </li>
  );
}

const MOST = 220;

function firstLine(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length <= MOST ? line : `${line.slice(0, line.lastIndexOf(' ', MOST))} …`;
}
