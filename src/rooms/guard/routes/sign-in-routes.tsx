// SPDX-License-Identifier: EUPL-1.2
import { type Answer, type AnyRoute, type Call, defineRoute, page, seeOther } from '#platform/http';
import { readReceiptCode } from '#platform/seal';
import type { FieldError } from '#platform/ui';
import { NO_ENTRY } from '../access.ts';
import { signIn } from '../actions/sign-in.ts';
import { FAMILY, HOME } from '../pages/frame.tsx';
import { SignInPage } from '../pages/sign-in-page.tsx';
import { typedText } from './asking.ts';

const PATH = `${HOME}/sign-in`;
const SHORT_WAIT = 20;
const LONGEST_WAIT = 900;

/** Coming back with the family's code. */
export function signInRoutes(): AnyRoute[] {
  return [showSignIn(), postSignIn()];
}

function showSignIn(): AnyRoute {
  return defineRoute({
    name: 'guard-sign-in-page',
    verb: 'GET',
    path: PATH,
    access: 'public',
    area: 'family',
    handle: ({ view }) => page(<SignInPage view={view} data={{ code: '', errors: [], wait: null }} />),
  });
}

function postSignIn(): AnyRoute {
  return defineRoute({
    name: 'guard-sign-in',
    verb: 'POST',
    path: PATH,
    access: 'public',
    area: 'family',
    act: NO_ENTRY,
    handle: async (call) => {
      const typed = typedText(call, 'code');
      const read = readReceiptCode(typed);
      // What is wrong with the digits themselves says nothing about any family, so it is said at once.
      if ('err' in read) return refuse(call, typed, faultOf(read));
      const hasWaited = call.limiter.checkWait(typedText(call, 'ticket'));
      const over = hasWaited ? 0 : call.limiter.over('household');
      if (over > 0) return waitFirst(call, typed, over);
      const password = typedText(call, 'password').normalize('NFKC');
      const cookie = await signIn(call.ctx, { code: read.code, password });
      if (cookie !== null) return seeOther(`/${call.lang}${FAMILY}`, { cookies: [cookie] });
      call.limiter.hit('household');
      return refuse(call, typed, { field: 'code', message: 'guard.enter.unknown' });
    },
  });
}

type Fault = Exclude<ReturnType<typeof readReceiptCode>, { code: string }>;

function faultOf(fault: Fault): FieldError {
  if (fault.err !== 'length') return { field: 'code', message: `guard.enter.${fault.err}` };
  return { field: 'code', message: 'guard.enter.length', args: { n: fault.n } };
}

function refuse({ view }: Call, code: string, error: FieldError): Answer {
  return page(<SignInPage view={view} data={{ code, errors: [error], wait: null }} />, { status: 422 });
}

/** Never a lock: 20 seconds, then twice as long each time, and the same form works when they have passed. */
function waitFirst({ view, limiter }: Call, code: string, over: number): Answer {
  const seconds = Math.min(LONGEST_WAIT, SHORT_WAIT * 2 ** Math.max(0, over - 1));
  const wait = { ticket: limiter.waitTicket(seconds), seconds };
  return page(<SignInPage view={view} data={{ code, errors: [], wait }} />, {
    status: 429,
    headers: { 'retry-after': String(seconds) },
  });
}
