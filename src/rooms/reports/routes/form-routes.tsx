// SPDX-License-Identifier: EUPL-1.2
import { type Answer, type AnyRoute, type Call, defineRoute, page, seeOther } from '#platform/http';
import { formatRelativeDay } from '#platform/i18n';
import { isOpen, nextReading } from '#platform/setup';
import { beginReport } from '../actions/write-answers.ts';
import { readDraft } from '../drafts/draft-store.ts';
import { askGate } from '../intake-gate.ts';
import { REPORT, WRITE } from '../pages/form/frame.tsx';
import { StartPage } from '../pages/form/start-page.tsx';
import { ClosedPage, GonePage, LostPage } from '../pages/notice/notice-pages.tsx';
import type { ReportServices } from '../services.ts';
import { type FormTurn, postForm, showForm } from './form-turns.tsx';
import { postShown, type ShownTurn, showShown } from './shown-turns.tsx';
import { busyWait, hasWaited, waitPage } from './wait.tsx';

const NO_TRACE = { none: 'a draft leaves no trace; sending it is audited as report.submit' };

/** Start, and the one address of every step. */
export function formRoutes(services: ReportServices): AnyRoute[] {
  return [showStart(services), start(services), showWrite(services), postWrite(services)];
}

function showStart(services: ReportServices): AnyRoute {
  return defineRoute({
    name: 'report-start-page',
    verb: 'GET',
    path: REPORT,
    access: 'public',
    area: 'report',
    handle: async ({ ctx, view }) => {
      const { site, closed } = await askGate(ctx, view, services);
      if (closed !== null) return page(<ClosedPage view={view} closed={closed} />);
      const next = isOpen(site, ctx.now) ? null : nextReading(site, ctx.now);
      const where = { lang: view.lang, timeZone: site.timeZone };
      const readsNext = next === null ? null : formatRelativeDay(next, ctx.now, where);
      return page(<StartPage view={view} readsNext={readsNext} />);
    },
  });
}

function start(services: ReportServices): AnyRoute {
  return defineRoute({
    name: 'report-start',
    verb: 'POST',
    path: REPORT,
    access: 'public',
    area: 'report',
    act: NO_TRACE,
    handle: async (call) => {
      const { closed } = await askGate(call.ctx, call.view, services);
      if (closed !== null) return page(<ClosedPage view={call.view} closed={closed} />);
      const over = hasWaited(call) ? 0 : call.limiter.hit('start').over;
      if (over > 0) return startLater(call, over);
      return seeOther(`/${call.lang}${WRITE}`, { cookies: [await beginReport(call.ctx)] });
    },
  });
}

function startLater(call: Call, over: number): Answer {
  const seconds = busyWait(over);
  const words = { title: 'reports.wait.title', text: 'reports.wait.text' } as const;
  return waitPage(call, { ...words, seconds, action: REPORT, fields: [] });
}

function showWrite(services: ReportServices): AnyRoute {
  return defineRoute({
    name: 'report-write-page',
    verb: 'GET',
    path: WRITE,
    access: 'draft',
    area: 'report',
    handle: (call) => withDraft(call, services, { form: showForm, shown: showShown }),
  });
}

function postWrite(services: ReportServices): AnyRoute {
  return defineRoute({
    name: 'report-write',
    verb: 'POST',
    path: WRITE,
    access: 'draft',
    area: 'report',
    act: 'report.submit',
    handle: (call) => withDraft(call, services, { form: postForm, shown: postShown }),
  });
}

interface Turns {
  form: (now: FormTurn) => Promise<Answer> | Answer;
  shown: (now: ShownTurn) => Promise<Answer> | Answer;
}

// A code that is on the screen stays there, whatever closes meanwhile.
async function withDraft(call: Call, services: ReportServices, turns: Turns): Promise<Answer> {
  const { ctx, view, session } = call;
  const draft = session === null ? null : await readDraft(ctx.db, session, ctx.now);
  if (session === null || draft === null || (draft !== 'over' && draft.kind === 'word')) {
    return page(<LostPage view={view} />);
  }
  if (draft === 'over') return page(<GonePage view={view} />);
  const { site, closed } = await askGate(ctx, view, services);
  if (draft.kind === 'shown') return turns.shown({ call, site, place: session, draft });
  if (closed !== null) return page(<ClosedPage view={view} closed={closed} />);
  return turns.form({ call, site, place: session, draft });
}
