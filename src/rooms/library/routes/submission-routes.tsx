// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Role } from '#platform/ctx';
import { type Answer, type AnyRoute, type Call, defineRoute, page, seeOther } from '#platform/http';
import { formatShort } from '#platform/i18n';
import { kindOf, titleIn } from '#platform/records';
import { readInstallation } from '#platform/setup';
import { type FieldErrors, pathIn } from '#platform/ui';
import { ask, credit, decline } from '../actions/review-submission.ts';
import { errors } from '../errors.ts';
import { SubmissionPage, SubmissionsPage } from '../pages/share/submission-pages.tsx';
import {
  creditOf,
  listSubmissions,
  type OpenSubmission,
  submissionById,
  threadOf,
} from '../queries/submissions.ts';
import { textOf } from './typed.ts';

const REVIEWERS: readonly Role[] = ['librarian', 'secretariat'];
const LIST = '/desk/library/submissions';
const MOST = { message: 4000, credit: 200 } as const;

const desk = { access: REVIEWERS, area: 'desk' } as const;
const params = z.object({ id: z.uuid() });
type IdCall = Call<z.output<typeof params>>;

/** What strangers shared, and the talk with each of them. */
export function submissionRoutes(): AnyRoute[] {
  return [list(), read(), write()];
}

function list(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'library-submissions',
    verb: 'GET',
    path: LIST,
    handle: async ({ ctx, view }) =>
      page(
        <SubmissionsPage view={view} actor={ctx.actor} items={await listSubmissions(ctx.db, view.lang)} />,
      ),
  });
}

function read(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'library-submission',
    verb: 'GET',
    path: `${LIST}/:id`,
    params,
    handle: async (call) => draw(call, { open: await openedBy(call), words: '', wrong: [] }),
  });
}

function write(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'library-submission-write',
    verb: 'POST',
    path: `${LIST}/:id`,
    act: 'library.share-talk',
    params,
    handle: async (call: IdCall) => {
      const open = await openedBy(call);
      const { typed } = call.form;
      const go = textOf(typed, 'go');
      const field = go === 'credit' ? 'credit' : 'message';
      const words = textOf(typed, field);
      const wrong: FieldErrors =
        [...words].length > MOST[field]
          ? [{ field, message: 'records.form.too-long', args: { most: MOST[field] } }]
          : words === '' && field === 'message'
            ? [{ field, message: 'library.share.missing' }]
            : [];
      if (wrong.length > 0) return draw(call, { open, words, wrong });
      if (go === 'credit') await credit(call.ctx, open, words === '' ? null : words);
      else if (go === 'decline') await decline(call.ctx, open.row.id, words);
      else await ask(call.ctx, open.row.id, words);
      return seeOther(pathIn(call.view, `${LIST}/${open.row.id}`));
    },
  });
}

async function openedBy({ ctx, params: { id } }: IdCall): Promise<OpenSubmission> {
  const open = await submissionById(ctx.db, id);
  if (open === null) throw errors('no-submission');
  return open;
}

interface Drawn {
  open: OpenSubmission;
  words: string;
  wrong: FieldErrors;
}

async function draw({ ctx, view }: IdCall, { open, words, wrong }: Drawn): Promise<Answer> {
  const { timeZone } = await readInstallation(ctx.db);
  const when = (at: Date) => formatShort(at, { lang: view.lang, timeZone: timeZone || 'UTC' });
  const shown = {
    actor: ctx.actor,
    id: open.row.id,
    record: open.record.id,
    title: titleIn(kindOf(open.record.kind), open.record, view.lang),
    standing: open.standing,
    thread: threadOf(open.talk, { side: 'out', other: view.t('library.submissions.sender'), when }),
    credit: (await creditOf(ctx.db, open.record.id)) ?? '',
    words,
    errors: wrong,
  };
  return page(<SubmissionPage view={view} shown={shown} />, { status: wrong.length > 0 ? 422 : 200 });
}
