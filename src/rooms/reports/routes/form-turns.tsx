// SPDX-License-Identifier: EUPL-1.2
import { type Answer, type Call, page, readForm, seeOther } from '#platform/http';
import type { Installation } from '#platform/setup';
import { submitReport } from '../actions/submit-report.ts';
import { goOn, isAnswer, writeAnswers } from '../actions/write-answers.ts';
import type { DraftOf } from '../drafts/draft.ts';
import type { DraftPlace } from '../drafts/draft-store.ts';
import { readRows } from '../form/company-rows.ts';
import { place as placeOf, reachable, type Step, stepsOf } from '../form/flow.ts';
import { stepForms } from '../form/schema.ts';
import { type FormState, turn } from '../form/turn.ts';
import { countryWords } from '../intake-gate.ts';
import { REPORT } from '../pages/form/frame.tsx';
import type { StepModel } from '../pages/form/step-model.ts';
import { StepPage } from '../pages/form/step-page.tsx';
import { CalmPage } from '../pages/notice/calm-page.tsx';
import { inOtherLanguage, typedText, whenThereIsRoom } from './answering.ts';
import { busyWait, hasWaited, waitPage } from './wait.tsx';

export interface FormTurn {
  call: Call;
  site: Installation;
  place: DraftPlace;
  draft: DraftOf<'form' | 'sent'>;
}

/** The page where the draft stands, to whoever pressed a moment ago; to others that there is one. */
export async function showForm({ call, site, place, draft }: FormTurn): Promise<Answer> {
  if (draft.kind === 'sent') return page(<CalmPage view={call.view} was="sent" />);
  if (!(await isAnswer(call.ctx, place))) return page(<CalmPage view={call.view} was="begun" />);
  const step = reachable(draft.answers, stepNamed(draft, draft.step));
  return page(<StepPage view={call.view} model={modelOf({ call, site, place, draft }, draft, { step })} />);
}

/** A press on a page: on, back, change, another language, or Send. */
export async function postForm(now: FormTurn): Promise<Answer> {
  const { call, place, draft } = now;
  const go = typedText(call, 'go');
  if (draft.kind === 'sent') return leadOn(now, false);
  if (go === 'on') {
    await goOn(call.ctx, place);
    return seeOther(`/${call.lang}${REPORT}`);
  }
  const language = inOtherLanguage(call, REPORT);
  const step = reachable(draft.answers, stepNamed(draft, typedText(call, 'step') || draft.step));
  const given = step === 'check' ? null : readForm(stepForms[step], call.form.typed);
  const answered = given?.ok === true ? given.value : null;
  const state = turn({ ...draft, step }, language === null ? go : 'stay', answered);
  if (state === null) {
    const errors = given?.errors ?? [];
    const model = modelOf(now, draft, { step, errors, typed: call.form.typed });
    return page(<StepPage view={call.view} model={model} />, { status: 422 });
  }
  await writeAnswers(call.ctx, place, { kind: 'form', ...state });
  if (go === 'send' && language === null) return send(now, step === 'numbers');
  return language ?? seeOther(`/${call.lang}${REPORT}`);
}

async function send(now: FormTurn, early: boolean): Promise<Answer> {
  const over = hasWaited(now.call) ? 0 : now.call.limiter.hit('send').over;
  return over > 0 ? sendLater(now.call, over, early) : leadOn(now, early);
}

// What was sent already comes this way too, past the limit: its answer got lost, and nothing is sent again.
async function leadOn({ call, site, place }: FormTurn, early: boolean): Promise<Answer> {
  const submission = { place, site, lang: call.lang, early };
  const cookie = await whenThereIsRoom(() => submitReport(call.ctx, submission));
  return seeOther(`/${call.lang}${REPORT}`, { cookies: cookie === null ? [] : [cookie] });
}

function sendLater(call: Call, over: number, early: boolean): Answer {
  const fields: [string, string][] = [
    ['step', early ? 'numbers' : 'check'],
    ['go', 'send'],
  ];
  const words = { title: 'reports.wait.title', text: 'reports.wait.text' } as const;
  return waitPage(call, { ...words, seconds: busyWait(over), action: REPORT, fields });
}

function stepNamed({ answers }: DraftOf<'form'>, name: string): Step {
  return stepsOf(answers).find((one) => one === name) ?? 'who';
}

type Given = Pick<StepModel, 'step'> & Partial<Pick<StepModel, 'errors' | 'typed'>>;

function modelOf({ call, site }: FormTurn, { answers }: Pick<FormState, 'answers'>, given: Given): StepModel {
  const rows = given.step === 'rows' ? given.typed?.rows : undefined;
  return {
    answers,
    errors: [],
    typed: {},
    ...given,
    place: placeOf(answers, given.step),
    country: countryWords(site, call.lang),
    list: typeof rows === 'string' ? readRows(rows) : null,
  };
}
