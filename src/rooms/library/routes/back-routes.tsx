// SPDX-License-Identifier: EUPL-1.2
import { type Answer, type AnyRoute, type Call, defineRoute, ProblemError, page } from '#platform/http';
import { formatShort } from '#platform/i18n';
import { fillTyped, formView, type Kind, readTyped, type TypedForm, titleIn } from '#platform/records';
import { readReceiptCode } from '#platform/seal';
import { readInstallation } from '#platform/setup';
import type { FieldErrors } from '#platform/ui';
import { answer, editShared, visit } from '../actions/share.ts';
import { type BackView, ShareBackPage } from '../pages/share/share-back-page.tsx';
import { EnterShareCodePage } from '../pages/share/share-code-page.tsx';
import { type OpenSubmission, publishedPath, submissionByCode, threadOf } from '../queries/submissions.ts';
import { sharedKind } from '../share-kinds.ts';
import { missingIn, textOf } from './typed.ts';

const MOST_WORDS = 4000;
const OPEN_STANDINGS = ['waits', 'asked'];

/** Coming back with the code. The code travels in the form, so no cookie is needed and nothing is left in the browser. */
export function backRoutes(): AnyRoute[] {
  return [enter(), back()];
}

function enter(): AnyRoute {
  return defineRoute({
    name: 'library-share-back',
    verb: 'GET',
    path: '/library/share/back',
    access: 'public',
    same: true,
    handle: ({ view }) => page(<EnterShareCodePage view={view} typed="" errors={[]} />),
  });
}

function back(): AnyRoute {
  return defineRoute({
    name: 'library-share-back-send',
    verb: 'POST',
    path: '/library/share/back',
    access: 'public',
    act: 'library.share-talk',
    fieldLimit: 500,
    handle: async (call) => {
      const { typed } = call.form;
      const code = textOf(typed, 'code');
      const read = readReceiptCode(code);
      if ('err' in read) return wrong(call, code, [{ field: 'code', message: 'library.share.code-wrong' }]);
      if (call.limiter.over('share-code') > 0)
        return wrong(call, code, [{ field: 'code', message: 'library.share.later' }]);
      const open = await submissionByCode(call.ctx.db, read.code);
      if (open === null) {
        call.limiter.hit('share-code');
        return wrong(call, '', [{ field: 'code', message: 'library.share.code-unknown' }]);
      }
      const go = textOf(typed, 'go');
      if (go === 'answer') return answered(call, open, read.code);
      if (go === 'save') return saved(call, open, read.code);
      await visit(call.ctx, open.row.id);
      return draw(call, { open, code: read.code });
    },
  });
}

const wrong = ({ view }: Call, typed: string, errors: FieldErrors): Answer =>
  page(<EnterShareCodePage view={view} typed={typed} errors={errors} />, { status: 422 });

async function answered(call: Call, open: OpenSubmission, code: string): Promise<Answer> {
  const words = textOf(call.form.typed, 'message');
  const tooLong = { message: 'records.form.too-long' as const, args: { most: MOST_WORDS } };
  const wrongWords = words === '' ? { message: 'library.share.missing' as const } : tooLong;
  if (words === '' || [...words].length > MOST_WORDS)
    return draw(call, { open, code, words, errors: [{ field: 'message', ...wrongWords }] });
  if (call.limiter.hit('share', open.row.id).over > 0)
    return draw(call, { open, code, words, errors: [{ field: 'message', message: 'library.share.later' }] });
  await answer(call.ctx, open, words);
  return again(call, code, { note: 'answered' });
}

async function saved(call: Call, open: OpenSubmission, code: string): Promise<Answer> {
  const { typed } = call.form;
  const kind = sharedKind(open.record.kind);
  if (kind === null || !OPEN_STANDINGS.includes(open.standing)) return again(call, code, { note: null });
  const read = readTyped(kind, 'both', typed);
  const errors = [...read.errors, ...missingIn(kind, read)];
  if (errors.length > 0) return draw(call, { open, code, typed, errors });
  const base = (name: string) => Math.max(0, Math.trunc(Number(textOf(typed, name)))) || 0;
  const bases = { facts: base('base-facts'), words: base('base-words') };
  try {
    await editShared(call.ctx, open, { ...read, bases });
  } catch (error) {
    if (!(error instanceof ProblemError && error.code === 'library.clash')) throw error;
    return again(call, code, { note: 'clash', typed });
  }
  return again(call, code, { note: 'saved' });
}

interface Noted {
  note: BackView['note'];
  typed?: TypedForm;
}

/** As it stands now. What was typed stays where it could not be saved. */
async function again(call: Call, code: string, { note, typed }: Noted): Promise<Answer> {
  const open = await submissionByCode(call.ctx.db, code);
  if (open === null) return wrong(call, '', [{ field: 'code', message: 'library.share.code-unknown' }]);
  return draw(call, { open, code, note, ...(typed === undefined ? {} : { typed }) });
}

interface Drawn {
  open: OpenSubmission;
  code: string;
  typed?: TypedForm;
  words?: string;
  errors?: FieldErrors;
  note?: BackView['note'];
}

/** The draft in the short form, as long as the sender may change it. */
async function draftForm({ ctx, view }: Pick<Call, 'ctx' | 'view'>, { open, typed, errors = [] }: Drawn) {
  const kind = sharedKind(open.record.kind);
  if (kind === null || !OPEN_STANDINGS.includes(open.standing)) return null;
  const { tongue } = open.record;
  const shown = { kind, side: 'both', lang: tongue, typed: typed ?? filled(kind, open) } as const;
  return formView(ctx, view, { ...shown, errors, record: null });
}

async function draw({ ctx, view }: Call, drawn: Drawn): Promise<Answer> {
  const { open, code, errors = [], note = null, words = '' } = drawn;
  const { record } = open;
  const kind = sharedKind(record.kind);
  const { timeZone } = await readInstallation(ctx.db);
  const when = (at: Date) => formatShort(at, { lang: view.lang, timeZone: timeZone || 'UTC' });
  const shown: BackView = {
    code,
    title: kind === null ? String(record.id) : titleIn(kind, record, record.tongue),
    standing: open.standing,
    thread: threadOf(open.talk, { side: 'in', other: view.site.name, when }),
    published: publishedPath(open, view.lang),
    form: await draftForm({ ctx, view }, drawn),
    bases: { facts: record.factsRev, words: record.words[record.tongue]?.rev ?? 0 },
    words,
    errors,
    note,
  };
  const status = note === 'clash' ? 409 : errors.length > 0 ? 422 : 200;
  return page(<ShareBackPage view={view} back={shown} />, { status });
}

const filled = (kind: Kind, { record }: OpenSubmission): TypedForm =>
  fillTyped(kind, 'both', { facts: record.facts, words: record.words[record.tongue]?.body ?? {} });
