// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import type { Ctx } from '#platform/ctx';
import { type Answer, page, seeOther } from '#platform/http';
import type { FieldErrors, View } from '#platform/ui';
import { deepen, flatten } from '../change/flat.ts';
import { merge } from '../change/merge.ts';
import { FormPage } from '../desk/form-page.tsx';
import type { Found } from '../form/form-view.ts';
import { moveIn, moveRows } from '../form/moves.ts';
import { newKey } from '../form/new-key.ts';
import { readTyped } from '../form/read-typed.ts';
import { fillTyped, one, type Typed } from '../form/typed.ts';
import { deskPath } from '../pages/address.ts';
import { formView, foundBy } from '../queries/form-view.ts';
import { titleIn } from '../queries/record-view.ts';
import { targetErrors } from '../queries/target-errors.ts';
import { valueText } from '../queries/value-text.ts';
import type { Clash, SaveResult, Words } from '../record.ts';
import { bodyAt } from '../store/read.ts';
import type { Opened } from './opened.ts';

/** One part of a record opened in a form. */
export interface EditedPart extends Opened {
  ctx: Ctx;
  view: View;
  /** '' for the facts. */
  lang: string;
  title: string;
  place: 'library' | 'translate';
  /** The person ticks what is right and changes nothing. */
  fixed?: boolean;
  beside?: (unit: string) => ComponentChildren;
  intro?: ComponentChildren;
  /** Hidden inputs besides `base`. */
  hidden?: Readonly<Record<string, string | number>>;
  save(read: { facts: Record<string, unknown>; words: Words; base: number }): Promise<SaveResult>;
}

const sideOf = ({ lang }: EditedPart) => (lang === '' ? 'facts' : 'words');
const baseOf = ({ lang, record }: EditedPart) =>
  lang === '' ? record.factsRev : (record.words[lang]?.rev ?? 0);

interface Drawn {
  typed: Typed;
  base: number;
  errors?: FieldErrors;
  found?: Found | null;
  theirs?: Record<string, string>;
  status?: number;
}

/** The form as the record stands. */
export function openForm(part: EditedPart): Promise<Answer> {
  const { kind, record, lang } = part;
  const typed = fillTyped(kind, sideOf(part), { facts: record.facts, words: record.words[lang]?.body ?? {} });
  return draw(part, { typed, base: baseOf(part) });
}

/** A button of the form was pressed: search, a row's, or Save. */
export async function answerForm(part: EditedPart, sent: Typed): Promise<Answer> {
  const { ctx, view, kind, record } = part;
  const base = Math.max(0, Math.trunc(Number(one(sent, 'base')))) || 0;
  const typed = part.lang === '' ? sent : withRows(part, sent);
  const move = moveIn(typed);
  if (move !== null) {
    const moved = part.lang === '' ? moveRows(kind, typed, { move, newKey }) : typed;
    const found = await foundBy(ctx, view, { kind, typed, move });
    return draw(part, { typed: moved, base, found });
  }
  const { facts, words, errors: wrong } = readTyped(kind, sideOf(part), typed);
  const errors = [...wrong, ...(await targetErrors(ctx, kind, { facts, before: record.facts }))];
  if (errors.length > 0) return draw(part, { typed, base, errors, status: 422 });
  const saved = await part.save({ facts, words, base });
  if (saved.ok) return seeOther(`${deskPath(view, record.id)}${saved.merged ? '?merged=yes' : ''}`);
  const mine = part.lang === '' ? facts : words;
  return drawClash(part, { mine, base, rev: saved.rev, clashes: saved.clashes });
}

/** The rows of a form of words are those of the facts, whatever was sent. */
function withRows({ kind, record }: EditedPart, sent: Typed): Typed {
  const rows = Object.entries(kind.fields).filter(([, { as }]) => as === 'rows');
  const keys = rows.map(([name]) => [
    `${name}[]`,
    ((record.facts[name] ?? []) as { k: string }[]).map(({ k }) => k),
  ]);
  return { ...sent, ...Object.fromEntries(keys) };
}

interface Clashed {
  mine: Record<string, unknown>;
  base: number;
  rev: number;
  clashes: readonly Clash[];
}

/**
 * Shows both texts. What only one of the two changed is joined already, what I typed stays, and the form now stands on
 * the newest revision: saving it again is a decision.
 */
async function drawClash(part: EditedPart, clashed: Clashed): Promise<Answer> {
  const { ctx, view, kind, record, lang } = part;
  const { mine, base, rev, clashes } = clashed;
  const [before, theirs] = await Promise.all(
    [base, rev].map(async (at) =>
      at === 0 ? {} : ((await bodyAt(ctx.db, record.id, { lang, rev: at }))?.body ?? {}),
    ),
  );
  const joined = flatten(kind, merge(kind, before ?? {}, { mine, theirs: theirs ?? {} }).body);
  for (const clash of clashes) joined[clash.unit] = clash.mine;
  const body = deepen(kind, joined);
  const say = await valueText(ctx.db, { kind, view, values: clashes.map((one) => [one.unit, one.theirs]) });
  const bodies = lang === '' ? { facts: body, words: {} } : { facts: record.facts, words: body as Words };
  return draw(part, {
    typed: fillTyped(kind, sideOf(part), bodies),
    base: rev,
    theirs: Object.fromEntries(clashes.map((one) => [one.unit, say(one.unit, one.theirs)])),
    status: 409,
  });
}

async function draw(part: EditedPart, drawn: Drawn): Promise<Answer> {
  const { ctx, view, kind, record, lang } = part;
  const { typed, base, status = 200, ...rest } = drawn;
  const beside = part.beside === undefined ? {} : { beside: part.beside };
  const fixed = part.fixed ?? false;
  const form = await formView(ctx, view, {
    kind,
    side: sideOf(part),
    lang,
    typed,
    record: record.id,
    fixed,
    ...rest,
    ...beside,
  });
  return page(
    <FormPage
      view={view}
      shown={{
        actor: ctx.actor,
        title: part.title,
        caption: titleIn(kind, record, view.lang),
        back: { href: deskPath(view, record.id) },
        action: deskPath(view, record.id, ...(lang === '' ? ['facts'] : ['words', lang])),
        form,
        hidden: { ...part.hidden, base },
        clash: drawn.theirs !== undefined,
        intro: part.intro,
        place: part.place,
      }}
    />,
    { status },
  );
}
