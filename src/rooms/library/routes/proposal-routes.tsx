// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Role } from '#platform/ctx';
import {
  type Answer,
  type AnyRoute,
  bytes,
  type Call,
  defineRoute,
  notFound,
  page,
  seeOther,
} from '#platform/http';
import { LANGS, type Lang } from '#platform/i18n';
import { type FullRecord, readRecord } from '#platform/records';
import { type FieldErrors, pathIn } from '#platform/ui';
import { noteProposed } from '../actions/propose.ts';
import { asText } from '../documents/document.ts';
import { proposal } from '../documents/proposal.ts';
import { ProposalPage } from '../pages/law/proposal-page.tsx';
import { wordsOf } from '../queries/walk.ts';
import { recordNumber } from './params.ts';
import { textOf } from './typed.ts';

const LAWYERS: readonly Role[] = ['lawyer'];
const PATH = '/desk/library/amendment/:id/proposal';
const MOST = 300;
const desk = { access: LAWYERS, area: 'desk', params: recordNumber } as const;

const query = z.object({
  to: z
    .enum(LANGS as [Lang, ...Lang[]])
    .optional()
    .catch(undefined),
  as: z.enum(['page', 'text']).catch('page'),
});
type IdCall = Call<z.output<typeof recordNumber>>;

/** An amendment is proposed to a body: as a document that a person sends, and with the day on which they did. */
export function proposalRoutes(): AnyRoute[] {
  return [show(), sent()];
}

function show(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'library-proposal',
    verb: 'GET',
    path: PATH,
    query,
    handle: async (call) => {
      const record = await amendmentOf(call);
      const lang = call.query.to ?? call.view.lang;
      if (call.query.as === 'page') return draw(call, { record, lang, errors: [] });
      const document = await proposal(call.ctx.db, record, lang);
      return bytes(Buffer.from(asText(document)), 'text/plain; charset=utf-8');
    },
  });
}

function sent(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'library-proposal-sent',
    verb: 'POST',
    path: `${PATH}/sent`,
    act: 'records.save',
    handle: async (call) => {
      const record = await amendmentOf(call);
      const to = textOf(call.form.typed, 'body');
      if (to === '' || [...to].length > MOST) {
        const error = { field: 'body', message: 'library.share.missing' as const };
        return draw(call, { record, lang: call.view.lang, errors: [error] });
      }
      await noteProposed(call.ctx, record, to);
      return seeOther(pathIn(call.view, `/desk/library/amendment/${record.id}/proposal`));
    },
  });
}

async function amendmentOf({ ctx, params }: IdCall): Promise<FullRecord> {
  const record = await readRecord(ctx.db, params.id, { face: 1, level: 2 });
  return record?.kind === 'amendment' ? record : notFound();
}

interface Drawn {
  record: FullRecord;
  lang: Lang;
  errors: FieldErrors;
}

async function draw({ ctx, view }: IdCall, { record, lang, errors }: Drawn): Promise<Answer> {
  const shown = {
    actor: ctx.actor,
    id: record.id,
    document: await proposal(ctx.db, record, lang),
    to: wordsOf(record, record.tongue).proposedTo ?? '',
    errors,
  };
  return page(<ProposalPage view={view} shown={shown} />, { status: errors.length > 0 ? 422 : 200 });
}
