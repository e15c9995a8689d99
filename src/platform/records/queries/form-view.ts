// SPDX-License-Identifier: EUPL-1.2
import type { Ctx } from '#platform/ctx';
import type { View } from '#platform/ui';
import { levelOf } from '../access.ts';
import { addFilePath } from '../files/file-routes.tsx';
import type { FormView, Found } from '../form/form-view.ts';
import type { Move } from '../form/moves.ts';
import { inputName, many, rowKeys, type Slot, slotsOf, type Typed } from '../form/typed.ts';
import type { Kind } from '../kind/kind.ts';
import { linkedTitles } from '../store/titles.ts';
import { findRecords } from './find-records.ts';
import { fieldAt } from './value-text.ts';
import { termChoices } from './vocabulary.ts';

type Asked = Pick<FormView, 'kind' | 'side' | 'lang' | 'typed'> &
  Partial<Pick<FormView, 'errors' | 'theirs' | 'found' | 'beside' | 'fixed'>> & { record: number | null };

/** Gathers what a form is drawn from: terms, titles of what is linked, and what was typed. */
export async function formView(ctx: Ctx, view: View, asked: Asked): Promise<FormView> {
  const { kind, typed, side, record } = asked;
  const reader = { lang: view.lang, face: 1, level: levelOf(ctx.actor) } as const;
  const titles = await linkedTitles(ctx.db, chosenIds(kind, typed, side), reader);
  const today = ctx.now.toISOString().slice(0, 10);
  return {
    kind,
    side,
    lang: asked.lang,
    typed,
    errors: asked.errors ?? [],
    theirs: asked.theirs ?? {},
    found: asked.found ?? null,
    fixed: asked.fixed ?? false,
    ...(asked.beside === undefined ? {} : { beside: asked.beside }),
    terms: await termChoices(ctx.db, kind, { view, today }),
    titles: new Map([...titles].map(([id, { title }]) => [id, title])),
    addFile: record === null ? null : (field) => addFilePath(view, record, field),
  };
}

/** The records that stand chosen in a form. */
function chosenIds(kind: Kind, typed: Typed, side: FormView['side']): number[] {
  const inside = (slot: Slot): Slot[] =>
    slot.field.as === 'rows'
      ? rowKeys(typed, slot.name).flatMap((key) =>
          Object.entries(slot.field.cells).map(([cell, field]) => ({
            name: `${slot.name}/${key}/${cell}`,
            field,
          })),
        )
      : [slot];
  return slotsOf(kind, side)
    .flatMap(inside)
    .filter(({ field }) => field.as === 'link' || field.as === 'links')
    .flatMap((slot) => many(typed, inputName(slot)))
    .map(Number)
    .filter((id) => Number.isSafeInteger(id) && id > 0);
}

/** What the search box of a link found; null for every other button. */
export async function foundBy(
  ctx: Ctx,
  view: View,
  { kind, typed, move }: { kind: Kind; typed: Typed; move: Move },
): Promise<Found | null> {
  if (move.act !== 'find') return null;
  const field = fieldAt(kind, move.name);
  if (field?.as !== 'link' && field?.as !== 'links') return null;
  const results = await findRecords(ctx.db, {
    words: many(typed, `find.${move.name}`)[0] ?? '',
    kinds: field.to,
    lang: view.lang,
    level: levelOf(ctx.actor),
  });
  return { name: move.name, results };
}
