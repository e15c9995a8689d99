// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type Answer, type AnyRoute, type Call, defineRoute, notFound, page } from '#platform/http';
import type { FieldError } from '#platform/ui';
import { one } from '../form/typed.ts';
import { tidyProse } from '../kind/fields.ts';
import { listPath, recordPath } from '../pages/address.ts';
import { HintPage } from '../pages/hints.tsx';
import { HINT_LENGTH, keepHint } from '../queries/hints.ts';
import { langFor, titleIn } from '../queries/record-view.ts';
import { langName } from './opened.ts';
import { numberedParams, publicKind, publicRecord } from './public-records.ts';

type HintCall = Call<z.output<typeof numberedParams>, { text?: string | undefined }>;

/** A reader tells of a mistake in a translation. Nothing about the reader is kept. */
export function hintRoutes(room: string): AnyRoute[] {
  const path = `/${room}/:kind/:number/hint`;
  return [
    defineRoute({
      name: `${room}-hint`,
      verb: 'GET',
      path,
      access: 'public',
      params: numberedParams,
      query: z.object({ text: langName.optional().catch(undefined) }),
      handle: (call: HintCall) =>
        draw(call, { room, text: call.query.text, words: '', errors: [], sent: false }),
    }),
    defineRoute({
      name: `${room}-hint-send`,
      verb: 'POST',
      path,
      access: 'public',
      act: 'record.hint',
      params: numberedParams,
      handle: (call: HintCall) => send(call, room),
    }),
  ];
}

interface Drawn {
  room: string;
  text: string | undefined;
  words: string;
  errors: FieldError[];
  sent: boolean;
}

async function draw({ ctx, view, params }: HintCall, drawn: Drawn): Promise<Answer> {
  const kind = publicKind(drawn.room, params.kind);
  const record = await publicRecord(ctx.db, kind, params.number);
  const lang = langFor(record, [drawn.text, view.lang]);
  const title = titleIn(kind, record, view.lang);
  const shown = {
    ...drawn,
    title: titleIn(kind, record, lang),
    lang,
    back: `${recordPath(kind, record.id, title)}?text=${lang}`,
    action: `${listPath(kind)}/${record.id}/hint`,
  };
  const status = drawn.errors.length > 0 ? 422 : 200;
  return page(<HintPage view={view} shown={shown} />, { status });
}

async function send(call: HintCall, room: string): Promise<Answer> {
  const { ctx, form, limiter, params } = call;
  const words = tidyProse(one(form.typed, 'words'));
  const text = langName.safeParse(one(form.typed, 'text'));
  if (!text.success) return notFound();
  const drawn = { room, text: text.data, words, errors: [], sent: false };
  const length = [...words].length;
  if (length === 0)
    return draw(call, { ...drawn, errors: [{ field: 'words', message: 'records.hint.empty' }] });
  if (length > HINT_LENGTH) {
    const error = { field: 'words', message: 'records.form.too-long' as const, args: { most: HINT_LENGTH } };
    return draw(call, { ...drawn, errors: [error] });
  }
  // Over the limit the page says that it may come back later, and what was written stays.
  if (limiter.hit('hint').over > 0)
    return draw(call, { ...drawn, errors: [{ field: 'words', message: 'records.hint.later' }] });
  const record = await publicRecord(ctx.db, publicKind(room, params.kind), params.number);
  if (!(text.data in record.words)) return notFound();
  await keepHint(ctx, { record: record.id, lang: text.data, words });
  return draw(call, { ...drawn, sent: true });
}
