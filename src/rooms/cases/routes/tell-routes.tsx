// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import {
  type AnyRoute,
  type Call,
  defineRoute,
  type FieldError,
  page,
  readForm,
  seeOther,
} from '#platform/http';
import { directionOf, isLang, type Lang, type MessageKey, sourceText } from '#platform/i18n';
import { receiptStates, reportFacts } from '#reports';
import { WORKERS } from '../access.ts';
import { type Letter, writeLetter } from '../actions/write-letter.ts';
import { TellPage, type TellReader } from '../pages/tasks/tell-page.tsx';
import { reportIds } from '../queries/reports.ts';
import { checkLetter, type LetterCheck } from '../queries/told-words.ts';
import { TEMPLATES } from '../rules/templates.ts';
import { letterForm } from '../schema.ts';
import { caseParams, onDesk, openTask, tried, typedText } from './desk.ts';

type CaseCall = Call<z.output<typeof caseParams>>;
const tell = { ...onDesk, path: '/desk/case/:id/tell', access: WORKERS, params: caseParams } as const;

/** D7: a letter to a reporter, seen as they will see it before it goes. */
export function tellRoutes(): AnyRoute[] {
  return [
    defineRoute({
      ...tell,
      name: 'desk-tell',
      verb: 'GET',
      handle: (call) => draw(call, { typed: {}, errors: [], check: null }),
    }),
    defineRoute({ ...tell, name: 'desk-tell-send', verb: 'POST', act: 'case.wrote', handle: postLetter }),
  ];
}

interface Shown {
  typed: Call['form']['typed'];
  errors: FieldError[];
  check: LetterCheck | null;
}

async function postLetter(call: CaseCall) {
  const { ctx, view, params } = call;
  const { typed } = call.form;
  const go = typedText(typed, 'go');
  if (go.startsWith('use-')) {
    const words = (await templatesFor(call, typed)).find(({ code }) => `use-${code}` === go)?.text ?? '';
    return draw(call, { typed: { ...typed, words }, errors: [], check: null });
  }
  const form = readForm(letterForm, typed);
  if (!form.ok) return draw(call, { typed, errors: form.errors, check: null });
  if (!(await readersOf(call)).some(({ value }) => value === form.value.to))
    return draw(call, { typed, errors: [{ field: 'to', message: 'cases.tell.to-error' }], check: null });
  const letter = letterOf(params.id, form.value);
  const { lang } = await reportFacts(ctx, letter.reportId);
  const check = await checkLetter(ctx, { caseId: params.id, words: letter.words, lang });
  const repeats: FieldError[] = [{ field: 'words', message: 'cases.tell.quotes' }];
  if (check.quotes.length > 0) return draw(call, { typed, errors: repeats, check });
  if (go !== 'send') return draw(call, { typed, errors: [], check });
  const { value, errors } = await tried('words', () => writeLetter(ctx, letter));
  if (value === null) return draw(call, { typed, errors, check });
  // They may have told more since the letter was checked: then nothing was sent.
  if (value.quotes.length > 0)
    return draw(call, { typed, errors: repeats, check: { ...check, quotes: value.quotes } });
  return seeOther(`/${view.lang}/desk/case/${params.id}?done=sent`);
}

function letterOf(caseId: string, { to, words, question }: z.output<typeof letterForm>): Letter {
  const [reportId = '', role] = to.split(':');
  const reader = role === 'child' || role === 'company' ? role : 'main';
  return { caseId, reportId, role: reader, words, question: question !== undefined };
}

async function draw(call: CaseCall, { typed, errors, check }: Shown) {
  const { view, params } = call;
  const readers = await readersOf(call);
  const lang = langOf(readers, typed);
  const data = {
    ...(await openTask(call, params.id, { typed, errors })),
    readers,
    lang,
    dir: directionOf(lang),
    templates: await templatesFor(call, typed, readers),
    templatesInEnglish: !hasTemplates(lang),
    check,
  };
  return page(<TellPage view={view} data={data} />, { status: errors.length > 0 ? 422 : 200 });
}

async function readersOf({ ctx, params }: CaseCall): Promise<TellReader[]> {
  const ids = await reportIds(ctx, params.id);
  const readers: TellReader[] = [];
  for (const [at, reportId] of ids.entries()) {
    const { lang } = await reportFacts(ctx, reportId);
    const known = isLang(lang) ? lang : 'en';
    const { receipts } = await receiptStates(ctx, reportId);
    for (const { role } of receipts) {
      readers.push({ value: `${reportId}:${role}`, role, lang: known, n: ids.length > 1 ? at + 1 : null });
    }
  }
  return readers;
}

function langOf(readers: readonly TellReader[], typed: Shown['typed']): Lang {
  const chosen = readers.find(({ value }) => value === typedText(typed, 'to')) ?? readers[0];
  return chosen?.lang ?? 'en';
}

const templateKey = (code: string) => `cases.template.${code}` as MessageKey;

function hasTemplates(lang: Lang): boolean {
  return TEMPLATES.every((code) => sourceText(templateKey(code), lang) !== null);
}

async function templatesFor(call: CaseCall, typed: Shown['typed'], readers?: readonly TellReader[]) {
  const lang = langOf(readers ?? (await readersOf(call)), typed);
  const words = hasTemplates(lang) ? lang : 'en';
  return TEMPLATES.map((code) => ({ code, text: sourceText(templateKey(code), words) ?? '' }));
}
