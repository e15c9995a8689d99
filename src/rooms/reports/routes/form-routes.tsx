// SPDX-License-Identifier: EUPL-1.2
import { type Answer, type AnyRoute, type Call, defineRoute, page, seeOther } from '#platform/http';
import { formatRelativeDay } from '#platform/i18n';
import { isOpen, nextReading } from '#platform/setup';
import { beginReport } from '../actions/write-answers.ts';
import { readDraft } from '../drafts/draft-store.ts';
import { askGate, type Gate } from '../intake-gate.ts';
import { REPORT } from '../pages/form/frame.tsx';
import { StartPage } from '../pages/form/start-page.tsx';
import { ClosedPage, GonePage, LostPage } from '../pages/notice/notice-pages.tsx';
import type { ReportServices } from '../services.ts';
import { inOtherLanguage, typedText } from './answering.ts';
import { type FormTurn, postForm, showForm } from './form-turns.tsx';
import { postShown, type ShownTurn, showShown } from './shown-turns.tsx';
import { busyWait, hasWaited, waitPage } from './wait.tsx';

/** One address for Start and every step: it never changes while somebody writes, so the history tells nothing. */
export function formRoutes(services: ReportServices): AnyRoute[] {
  return [show(services), turn(services)];
}

function show(services: ReportServices): AnyRoute {
  return defineRoute({
    name: 'report-page',
    verb: 'GET',
    path: REPORT,
    access: 'draft',
    optional: true,
    area: 'report',
    // Whether the disk is full is no part of the installation.
    same: () => (services.intakeOpen() ? 'open' : null),
    handle: async (call) => {
      const shown = { form: showForm, shown: showShown, none: showStart };
      return withDraft(call, { gate: await askGate(call.ctx, call.view, services), turns: shown });
    },
  });
}

function turn(services: ReportServices): AnyRoute {
  return defineRoute({
    name: 'report',
    verb: 'POST',
    path: REPORT,
    access: 'draft',
    optional: true,
    area: 'report',
    act: 'report.submit',
    handle: async (call) => {
      const gate = await askGate(call.ctx, call.view, services);
      if (typedText(call, 'go') === 'start') return inOtherLanguage(call, REPORT) ?? start(call, gate);
      return withDraft(call, { gate, turns: { form: postForm, shown: postShown, none: lost } });
    },
  });
}

function showStart({ ctx, view }: Call, { site }: Gate): Answer {
  const next = isOpen(site, ctx.now) ? null : nextReading(site, ctx.now);
  const where = { lang: view.lang, timeZone: site.timeZone };
  const readsNext = next === null ? null : formatRelativeDay(next, ctx.now, where);
  return page(<StartPage view={view} readsNext={readsNext} />);
}

async function start(call: Call, { closed }: Gate): Promise<Answer> {
  if (closed !== null) return page(<ClosedPage view={call.view} closed={closed} />);
  const over = hasWaited(call) ? 0 : call.limiter.hit('start').over;
  if (over > 0) return startLater(call, over);
  return seeOther(`/${call.lang}${REPORT}`, { cookies: [await beginReport(call.ctx, call.session)] });
}

function startLater(call: Call, over: number): Answer {
  const seconds = busyWait(over);
  const words = { title: 'reports.wait.title', text: 'reports.wait.text' } as const;
  return waitPage(call, { ...words, seconds, action: REPORT, fields: [['go', 'start']] });
}

function lost({ view }: Call): Answer {
  return page(<LostPage view={view} />);
}

interface Turns {
  form: (now: FormTurn) => Promise<Answer> | Answer;
  shown: (now: ShownTurn) => Promise<Answer> | Answer;
  /** Nothing was begun here, or its hour is over. */
  none: (call: Call, gate: Gate) => Answer;
}

// A code that is on the screen stays there, whatever closes meanwhile.
async function withDraft(call: Call, { gate, turns }: { gate: Gate; turns: Turns }): Promise<Answer> {
  const { ctx, view, session } = call;
  const draft = session === null ? null : await readDraft(ctx.db, session, ctx.now);
  if (session !== null && draft !== null && draft !== 'over') {
    const here = { call, site: gate.site, place: session };
    if (draft.kind === 'shown') return turns.shown({ ...here, draft });
    const forms = draft.kind === 'form' || draft.kind === 'sent';
    if (forms && gate.closed === null) return turns.form({ ...here, draft });
  }
  const language = inOtherLanguage(call, REPORT);
  if (language !== null) return language;
  if (draft === 'over') return page(<GonePage view={view} />);
  if (gate.closed !== null) return page(<ClosedPage view={view} closed={gate.closed} />);
  return turns.none(call, gate);
}
