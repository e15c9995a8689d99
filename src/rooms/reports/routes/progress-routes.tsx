// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import {
  type Answer,
  type AnyRoute,
  bytes,
  type Call,
  defineRoute,
  json,
  page,
  readForm,
  seeOther,
} from '#platform/http';
import type { MessageKey } from '#platform/i18n';
import { readInstallation } from '#platform/setup';
import type { FieldErrors } from '#platform/ui';
import { countAfter } from '../actions/count-after.ts';
import { openAgain, writeMessage } from '../actions/write-reply.ts';
import type { Reply } from '../drafts/draft.ts';
import { AFTER, AFTER_ANSWERS, type AfterAnswers } from '../form/after.ts';
import { messageForm } from '../form/reply-forms.ts';
import { ProgressPage } from '../pages/progress/progress-page.tsx';
import { companyList, reportStatus, writerOf } from '../queries/report-status.ts';
import { typedText, whenThereIsRoom } from './answering.ts';
import { takingAlong, typedBefore, typedReply } from './typed-reply.ts';
import { hasWaited, pausePage } from './wait.tsx';

export const PROGRESS = '/progress';

/** What was just done, by the word in the address after a redirect. */
const DONE = {
  sent: 'reports.write.sent',
  added: 'reports.add.done',
  stop: 'reports.stop.done',
  quiet: 'reports.stop.done-quiet',
  wish: 'reports.wish.done',
  person: 'reports.other-person.done',
  word: 'reports.word.saved',
  after: 'reports.feedback.thanks',
} as const satisfies Record<string, MessageKey>;

// The word comes from the address: whatever else stands there says nothing.
const doneOf = (word = ''): MessageKey | null =>
  Object.entries(DONE).find(([known]) => known === word)?.[1] ?? null;

const asked = z.object({ done: z.string().optional() }).loose();

/** Progress and the talk, the way back to a finished report, and a company's receipt. */
export function progressRoutes(): AnyRoute[] {
  return [showProgress(), postMessage(), postAgain(), postAfter(), receiptJson(), receiptCsv()];
}

function showProgress(): AnyRoute {
  return defineRoute({
    name: 'report-progress',
    verb: 'GET',
    path: PROGRESS,
    access: 'receipt',
    area: 'report',
    keys: true,
    query: asked,
    handle: async (call) => {
      const done = doneOf(call.query.done);
      return draw(call, { done, typed: await typedBefore(call), errors: [] });
    },
  });
}

type Given = { done: MessageKey | null; typed: Reply; errors: FieldErrors };

async function draw(call: Call, given: Given): Promise<Answer> {
  const { ctx, view } = call;
  const site = await readInstallation(ctx.db);
  const shown = {
    ...given,
    status: await reportStatus(ctx, site),
    where: { lang: call.lang, timeZone: site.timeZone },
    now: ctx.now,
    closedDays: site.retention.closedDays,
  };
  return page(<ProgressPage view={view} page={shown} />, { status: given.errors.length > 0 ? 422 : 200 });
}

function postMessage(): AnyRoute {
  return defineRoute({
    name: 'report-message',
    verb: 'POST',
    path: PROGRESS,
    access: 'receipt',
    area: 'report',
    keys: true,
    act: { none: 'the desk sees the message itself; the audit must not tell the reporter’s visits' },
    handle: async (call) => {
      const language = await takingAlong(call, PROGRESS);
      if (language !== null) return language;
      const form = readForm(messageForm, call.form.typed);
      if (!form.ok) return draw(call, { done: null, typed: typedReply(call), errors: form.errors });
      const writer = await writerOf(call.ctx);
      if (!hasWaited(call) && call.limiter.hit('message', writer.receiptId).over > 0) return writeLater(call);
      await whenThereIsRoom(() => writeMessage(call.ctx, writer, form.value));
      return seeOther(`/${call.lang}${PROGRESS}?done=sent`);
    },
  });
}

function writeLater(call: Call): Answer {
  return pausePage(call, PROGRESS, Object.entries(typedReply(call)));
}

function postAgain(): AnyRoute {
  return defineRoute({
    name: 'report-again',
    verb: 'POST',
    path: '/progress/again',
    access: 'receipt',
    area: 'report',
    act: { none: 'the step itself says that the report was opened again' },
    handle: async ({ ctx, lang }) => {
      const writer = await writerOf(ctx);
      await whenThereIsRoom(() => openAgain(ctx, writer));
      return seeOther(`/${lang}${PROGRESS}`);
    },
  });
}

function postAfter(): AnyRoute {
  return defineRoute({
    name: 'report-after',
    verb: 'POST',
    path: '/progress/after',
    access: 'receipt',
    area: 'report',
    act: { none: 'an answer is counted and must lead to nobody' },
    handle: async (call) => {
      const { ctx, lang } = call;
      const { receiptId } = await writerOf(ctx);
      const answers: AfterAnswers = {};
      for (const question of AFTER) {
        const answer = AFTER_ANSWERS.find((one) => one === typedText(call, question));
        if (answer !== undefined) answers[question] = answer;
      }
      const { mayAnswerAfter } = await reportStatus(ctx, await readInstallation(ctx.db));
      const counts = mayAnswerAfter && Object.keys(answers).length > 0;
      if (counts) await countAfter(ctx, receiptId, answers);
      return seeOther(`/${lang}${PROGRESS}${counts ? '?done=after' : ''}`);
    },
  });
}

function receiptJson(): AnyRoute {
  return defineRoute({
    name: 'report-receipt-json',
    verb: 'GET',
    path: '/progress/receipt.json',
    access: 'receipt',
    area: 'report',
    keys: true,
    handle: async ({ ctx }) => json(await companyList(ctx), { headers: asFile('json') }),
  });
}

function receiptCsv(): AnyRoute {
  return defineRoute({
    name: 'report-receipt-csv',
    verb: 'GET',
    path: '/progress/receipt.csv',
    access: 'receipt',
    area: 'report',
    keys: true,
    handle: async ({ ctx }) => {
      // Ids and digests only: no cell can begin with a sign that a spreadsheet would calculate.
      const { rows } = await companyList(ctx);
      const lines = ['id,sha256', ...rows.map(({ id, sha256 }) => `${id},${sha256}`)];
      return bytes(`${lines.join('\r\n')}\r\n`, 'text/csv; charset=utf-8', { headers: asFile('csv') });
    },
  });
}

const asFile = (ending: string) => ({ 'content-disposition': `attachment; filename="receipt.${ending}"` });
