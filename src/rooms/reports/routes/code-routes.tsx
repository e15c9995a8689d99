// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, type AnyRoute, type Call, defineRoute, page, seeOther } from '#platform/http';
import { readReceiptCode } from '#platform/seal';
import { readInstallation } from '#platform/setup';
import type { FieldError } from '#platform/ui';
import { openCode, tryWord } from '../actions/open-code.ts';
import { EnterCodePage, EnterWordPage } from '../pages/code/enter-pages.tsx';
import type { ReportServices } from '../services.ts';
import { inOtherLanguage, typedText, whenThereIsRoom } from './answering.ts';
import { growingWait, hasWaited, waitPage } from './wait.tsx';

const CODE = '/code';
const WORD = '/code/word';
const PROGRESS = '/progress';
const WRONG_CODE_TAKES = 900;
const NO_TRACE = { none: 'a visit by code must not be told apart from another' };

/** Coming back: the code, then the secret word where there is one. */
export function codeRoutes(services: ReportServices): AnyRoute[] {
  return [showCode(), postCode(services), showWord(), postWord()];
}

function showCode(): AnyRoute {
  return defineRoute({
    name: 'report-code-page',
    verb: 'GET',
    path: CODE,
    access: 'public',
    area: 'report',
    same: true,
    handle: ({ view }) => page(<EnterCodePage view={view} typed="" errors={[]} />),
  });
}

function postCode(services: ReportServices): AnyRoute {
  return defineRoute({
    name: 'report-code',
    verb: 'POST',
    path: CODE,
    access: 'public',
    area: 'report',
    act: NO_TRACE,
    handle: async (call) => {
      const typed = typedText(call, 'code');
      const read = readReceiptCode(typed);
      // What is wrong with the digits themselves says nothing about any report, so it is said at once.
      if ('err' in read) return wrong(call, typed, faultOf(read));
      const over = hasWaited(call) ? 0 : call.limiter.over('code');
      if (over > 0) return waitFirst(call, read.code, over);
      return lookUp(call, read.code, services);
    },
  });
}

type Fault = Exclude<ReturnType<typeof readReceiptCode>, { code: string }>;

function faultOf(fault: Fault): FieldError {
  if (fault.err !== 'length') return { field: 'code', message: `reports.enter.${fault.err}` };
  return { field: 'code', message: 'reports.enter.length', args: { n: fault.n } };
}

async function lookUp(call: Call, code: string, services: ReportServices): Promise<Answer> {
  const started = performance.now();
  const found = await whenThereIsRoom(() => openCode(call.ctx, code));
  if (found !== null) {
    return seeOther(`/${call.lang}${found.to === 'word' ? WORD : PROGRESS}`, { cookies: [found.cookie] });
  }
  call.limiter.hit('code');
  const { retention } = await readInstallation(call.ctx.db);
  const left = (services.wrongCodeTakes ?? WRONG_CODE_TAKES) - (performance.now() - started);
  if (left > 0) await delay(left);
  const args = { days: retention.codeDays };
  return wrong(call, '', { field: 'code', message: 'reports.enter.unknown', args });
}

function wrong({ view }: Call, typed: string, error: FieldError): Answer {
  return page(<EnterCodePage view={view} typed={typed} errors={[error]} />, { status: 422 });
}

function waitFirst(call: Call, code: string, over: number): Answer {
  const words = { title: 'reports.wait.title', text: 'reports.wait.code' } as const;
  return waitPage(call, { ...words, seconds: growingWait(over), action: CODE, fields: [['code', code]] });
}

function showWord(): AnyRoute {
  return defineRoute({
    name: 'report-code-word-page',
    verb: 'GET',
    path: WORD,
    access: 'draft',
    area: 'report',
    handle: ({ view }) => page(<EnterWordPage view={view} errors={[]} />),
  });
}

function postWord(): AnyRoute {
  return defineRoute({
    name: 'report-code-word',
    verb: 'POST',
    path: WORD,
    access: 'draft',
    area: 'report',
    act: NO_TRACE,
    handle: async (call) => {
      const { session, lang } = call;
      const language = inOtherLanguage(call, WORD);
      if (language !== null) return language;
      if (session === null) return seeOther(`/${lang}${CODE}`);
      const answer = await whenThereIsRoom(() => tryWord(call.ctx, session, typedText(call, 'word')));
      if (answer.to === 'open') return seeOther(`/${lang}${PROGRESS}`, { cookies: [answer.cookie] });
      if (answer.to === 'lost') return seeOther(`/${lang}${CODE}`);
      const error = answer.to === 'wrong' ? wrongWord(answer.left) : closedWord(answer.to);
      return page(<EnterWordPage view={call.view} errors={[error]} />, { status: 422 });
    },
  });
}

const wrongWord = (left: number): FieldError => ({
  field: 'word',
  message: 'reports.enter.word-wrong',
  args: { left },
});

const closedWord = (to: 'wait' | 'closed'): FieldError => ({
  field: 'word',
  message: `reports.enter.word-${to}`,
});
