// SPDX-License-Identifier: EUPL-1.2
import { formatDate, type MessageKey } from '#platform/i18n';
import { Checkbox, Status, Typed, type View } from '#platform/ui';
import { type Piece, wordDiff } from '../pages/word-diff.ts';
import type { UnitState } from '../record.ts';

/** One unit of the original beside its translation. */
export interface UnitBeside {
  original: string;
  /** The original as it was when the translation was made; null where it is the same. */
  before: string | null;
  state: UnitState | null;
  /** What the person is called who made or checked it. */
  by: string | null;
  mayCheck: boolean;
}

interface BesideProps {
  view: View;
  unit: string;
  beside: UnitBeside;
  tongue: string;
  timeZone: string;
}

/** The original's text, how its translation stands, and what changed in the original since. */
export function Beside({ view, unit, beside, tongue, timeZone }: BesideProps) {
  const { t } = view;
  const { state, before, original } = beside;
  return (
    <>
      <p class="label">{t('records.translate.original')}</p>
      <div class="record-text" lang={tongue} dir="auto">
        {before === null ? original : <Pieces pieces={wordDiff(before, original, tongue)} view={view} />}
      </div>
      <UnitStatus view={view} beside={beside} timeZone={timeZone} />
      {state !== null && beside.mayCheck && (state.s !== 'checked' || state.since !== undefined) ? (
        <Checkbox view={view} name="check[]" value={unit} label={t('records.translate.check')} />
      ) : null}
    </>
  );
}

function UnitStatus({ view, beside, timeZone }: Pick<BesideProps, 'view' | 'beside' | 'timeZone'>) {
  const { t } = view;
  const { state, by } = beside;
  const dated = (at: string) => formatDate(new Date(at), { lang: view.lang, timeZone });
  if (state === null) return <Status tone="warn">{t('records.unit.missing')}</Status>;
  const made = { by: by ?? t('records.work.nobody'), day: dated(state.at) };
  return (
    <p>
      <Status tone={state.s === 'checked' ? 'ok' : 'info'}>
        {t(`records.unit.${state.s}` as MessageKey, made)}
      </Status>
      {state.since === undefined ? null : (
        <>
          {' '}
          <Status tone="warn">{t('records.unit.stale', { day: dated(state.since) })}</Status>
        </>
      )}
    </p>
  );
}

/** Two texts in one: what went is struck through, what came is marked, and each is said to those who do not see it. */
export function Pieces({ pieces, view }: { pieces: readonly Piece[]; view: View }) {
  return (
    <>
      {pieces.map(({ how, text }, at) => {
        if (how === 'same') return text;
        const Mark = how === 'gone' ? 'del' : 'ins';
        return (
          <Mark key={at}>
            <span class="vh">{view.t(`records.diff.${how}`)} </span>
            <Typed>{text}</Typed>
          </Mark>
        );
      })}
    </>
  );
}
