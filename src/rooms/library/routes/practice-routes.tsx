// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Ctx, Role } from '#platform/ctx';
import {
  type Answer,
  type AnyRoute,
  bytes,
  type Call,
  defineRoute,
  json,
  notFound,
  page,
  seeOther,
} from '#platform/http';
import { LANGS, type Lang } from '#platform/i18n';
import { deskPath, type FullRecord, readRecord } from '#platform/records';
import { type FieldErrors, pathIn } from '#platform/ui';
import { adaptPractice, noteSent } from '../actions/practice.ts';
import { dayOf } from '../actions/share.ts';
import { contribution } from '../documents/contribution.ts';
import { asData, asText } from '../documents/document.ts';
import { ContributionPage } from '../pages/contribution-page.tsx';
import { recordNumber } from './params.ts';
import { textOf } from './typed.ts';

const KEEPERS: readonly Role[] = ['librarian', 'secretariat'];
const desk = { access: KEEPERS, area: 'desk', params: recordNumber } as const;
const PATH = '/desk/library/practice/:id';

const query = z.object({
  to: z
    .enum(LANGS as [Lang, ...Lang[]])
    .optional()
    .catch(undefined),
  meeting: z.string().max(200).catch(''),
  action: z.string().max(500).catch(''),
  as: z.enum(['page', 'text', 'data']).catch('page'),
});
type Shown = Call<z.output<typeof recordNumber>, z.output<typeof query>>;

/** What staff do with a good practice besides editing it: take it over, and hand it to the secretariat of the initiative. */
export function practiceRoutes(): AnyRoute[] {
  return [adapt(), show(), sent()];
}

function adapt(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'library-practice-adapt',
    verb: 'POST',
    path: `${PATH}/adapt`,
    act: 'records.create',
    handle: async ({ ctx, view, params: { id } }) => {
      const record = (await practiceOf(ctx, id, 0)) ?? notFound();
      return seeOther(deskPath(view, await adaptPractice(ctx, record, view.lang)));
    },
  });
}

function show(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'library-practice-contribution',
    verb: 'GET',
    path: `${PATH}/contribution`,
    query,
    handle: (call: Shown) => draw(call, []),
  });
}

function sent(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'library-practice-sent',
    verb: 'POST',
    path: `${PATH}/contribution/sent`,
    act: 'record.facts',
    handle: async (call) => {
      const { ctx, view, params } = call;
      const to = textOf(call.form.typed, 'sentTo');
      const record = (await practiceOf(ctx, params.id, 1)) ?? notFound();
      if (to === '' || [...to].length > 200) {
        const shown = { ...call, query: { to: undefined, meeting: '', action: '', as: 'page' as const } };
        return draw(shown, [{ field: 'sentTo', message: 'library.share.missing' }]);
      }
      await noteSent(ctx, record, to);
      return seeOther(pathIn(view, `/desk/library/practice/${params.id}/contribution`));
    },
  });
}

async function practiceOf(ctx: Ctx, id: number, face: 0 | 1): Promise<FullRecord | null> {
  const record = await readRecord(ctx.db, id, { face, level: 2 });
  return record?.kind === 'practice' ? record : null;
}

async function draw({ ctx, view, params, query: asked }: Shown, errors: FieldErrors): Promise<Answer> {
  const record = (await practiceOf(ctx, params.id, 1)) ?? notFound();
  const document = await contribution(ctx.db, {
    record,
    lang: asked.to ?? view.lang,
    meeting: asked.meeting,
    action: asked.action,
    today: dayOf(ctx.now),
  });
  if (asked.as === 'data') return json(asData(document));
  if (asked.as === 'text') return bytes(Buffer.from(asText(document)), 'text/plain; charset=utf-8');
  const { sentOn, sentTo } = record.facts;
  const shown = {
    actor: ctx.actor,
    id: record.id,
    document,
    meeting: asked.meeting,
    action: asked.action,
    sentOn: typeof sentOn === 'string' ? sentOn : null,
    sentTo: typeof sentTo === 'string' ? sentTo : null,
    errors,
  };
  return page(<ContributionPage view={view} shown={shown} />, { status: errors.length > 0 ? 422 : 200 });
}
