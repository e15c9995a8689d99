// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Role } from '#platform/ctx';
import { type Answer, type AnyRoute, bytes, type Call, defineRoute, notFound, page } from '#platform/http';
import { LANGS, type Lang } from '#platform/i18n';
import { listed, readRecord, searchRecords } from '#platform/records';
import { dayOf } from '../actions/share.ts';
import { answerTo } from '../documents/answer.ts';
import { asText, type PlainDocument } from '../documents/document.ts';
import { AnswerPage } from '../pages/letters/answer-page.tsx';
import { recordNumber } from './params.ts';

const WRITERS: readonly Role[] = ['clerk', 'secretariat'];
const OFFERED = 30;

const lang = z
  .enum(LANGS as [Lang, ...Lang[]])
  .optional()
  .catch(undefined);
const query = z.object({
  first: lang,
  second: lang,
  practice: z
    .union([z.string(), z.array(z.string())])
    .transform((typed) => [typed].flat().map(Number).filter(Number.isSafeInteger).slice(0, OFFERED))
    .catch([]),
  as: z.enum(['page', 'text']).catch('page'),
});

/** "Prepare our answer": tasks, what shows them, and good practices, in two languages. Nothing is sent from here (H20). */
export function answerRoutes(): AnyRoute[] {
  return [
    defineRoute({
      name: 'library-letter-answer',
      verb: 'GET',
      path: '/desk/library/letters/:id/answer',
      access: WRITERS,
      area: 'desk',
      params: recordNumber,
      query,
      handle: prepare,
    }),
  ];
}

type AnswerCall = Call<z.output<typeof recordNumber>, z.output<typeof query>>;

async function prepare({ ctx, view, params, query: asked, origin }: AnswerCall): Promise<Answer> {
  const letter = await readRecord(ctx.db, params.id, { face: 1, level: 2 });
  if (letter?.kind !== 'letter') return notFound();
  const common = { letter, practices: asked.practice, today: dayOf(ctx.now), from: view.site.name, origin };
  const documents: PlainDocument[] = [];
  for (const one of languagesOf(asked, { view: view.lang, letter: letter.tongue }))
    documents.push(await answerTo(ctx.db, { ...common, lang: one }));
  if (asked.as === 'text')
    return bytes(Buffer.from(documents.map(asText).join('\n\n')), 'text/plain; charset=utf-8');
  const practices = await searchRecords(ctx.db, {
    reader: { face: 0, level: 0, lang: view.lang },
    ...{ words: '', kinds: ['practice'], chosen: {}, schemes: [], from: 0, most: OFFERED },
  });
  const shown = { documents, practices: listed(practices), chosen: asked.practice };
  return page(<AnswerPage view={view} shown={{ actor: ctx.actor, id: letter.id, ...shown }} />);
}

/** The letter's language and ours, unless others were chosen; never the same twice. */
function languagesOf(
  { first, second }: { first?: Lang | undefined; second?: Lang | undefined },
  { view, letter }: { view: Lang; letter: string },
): Lang[] {
  const theirs = LANGS.find((one) => one === letter) ?? view;
  const other = second ?? (view === (first ?? theirs) ? 'en' : view);
  return [...new Set([first ?? theirs, other])];
}
