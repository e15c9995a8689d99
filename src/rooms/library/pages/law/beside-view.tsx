// SPDX-License-Identifier: EUPL-1.2
import type { Piece } from '#platform/records';
import { Columns, type View } from '#platform/ui';
import type { Beside } from '../../queries/amendments.ts';

/** Old and new text side by side; what goes and what comes is marked in the text itself. */
export function BesideView({ view, beside }: { view: View; beside: Beside }) {
  const { t } = view;
  const heads =
    beside.what === 'text'
      ? [t('library.amendment.oldText'), t('library.amendment.newText')]
      : [t('library.amendment.oldSanction'), t('library.amendment.newSanction')];
  const none = <span class="quiet">{t('library.walk.no-old')}</span>;
  return (
    <Columns>
      <div>
        <p class="label">{heads[0]}</p>
        <div class="record-text" lang={beside.lang} dir="auto">
          {beside.before.length === 0 ? none : <Pieces pieces={beside.before} />}
        </div>
      </div>
      <div>
        <p class="label">{heads[1]}</p>
        <div class="record-text" lang={beside.lang} dir="auto">
          <Pieces pieces={beside.after} />
        </div>
      </div>
    </Columns>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map(({ how, text }, at) => {
        if (how === 'gone') return <del key={at}>{text}</del>;
        return how === 'new' ? <ins key={at}>{text}</ins> : <span key={at}>{text}</span>;
      })}
    </>
  );
}
