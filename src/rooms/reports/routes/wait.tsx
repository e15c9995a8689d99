// SPDX-License-Identifier: EUPL-1.2
import { type Answer, type Call, page } from '#platform/http';
import { WaitPage, type WaitView } from '../pages/notice/notice-pages.tsx';

const SHORT = 20;
const LONG = 60;
const LONGEST = 900;
const PAUSE = 120;

/** A busy hour: a short wait, and a longer one when it gets much worse. */
export const busyWait = (over: number): number => (over > 100 ? LONG : SHORT);

/** Guessing codes: 20 seconds, then twice as long each time, up to a quarter of an hour. */
export const growingWait = (over: number): number => Math.min(LONGEST, SHORT * 2 ** Math.max(0, over - 1));

type Place = Pick<WaitView, 'action' | 'fields' | 'title' | 'text'> & { seconds: number };

/** Whether the form carries a ticket that has waited long enough. */
export function hasWaited(call: Call): boolean {
  const { ticket } = call.form.typed;
  return typeof ticket === 'string' && call.limiter.checkWait(ticket);
}

/** So many messages of one code that they must wait; what was written comes along. */
export function pausePage(call: Call, action: string, fields: WaitView['fields']): Answer {
  const words = { title: 'reports.write.wait-title', text: 'reports.write.wait' } as const;
  return waitPage(call, { ...words, seconds: PAUSE, action, fields });
}

/** The page of a wait. 429 is for machines; people get a button that works when the time has passed. */
export function waitPage({ view, limiter }: Call, place: Place): Answer {
  const wait = { ...place, ticket: limiter.waitTicket(place.seconds) };
  return page(<WaitPage view={view} wait={wait} />, {
    status: 429,
    headers: { 'retry-after': String(place.seconds) },
  });
}
