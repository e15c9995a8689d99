// SPDX-License-Identifier: EUPL-1.2
import {
  type AnswerPlan,
  addressRecord,
  EDE,
  extendedError,
  negativeSoa,
  planAnswer,
  RCODE,
  ROOT_NAME,
  textToName,
} from '@rowan/dns-wire';

/** A device may keep "closed" this long, seconds: undoing must be as quick as closing. */
const CLOSED_SECONDS = 10;
const LOCAL_SECONDS = 300;

/** One sentence for every closed name: it must not tell what kind of place it is (H1). */
const CLOSED_TEXT = 'Closed by the protection that was chosen for this device.';
const STRANGER_TEXT = 'This device has no rules here.';

const HINFO = 13;
/** RFC 8482 4.2: an answer to ANY that is not worth asking for, and no weapon. */
const HINFO_DATA = Uint8Array.of(7, ...new TextEncoder().encode('RFC8482'), 0);

/** Every answer that is the same whatever was asked, made once. */
export interface Answers {
  readonly closedByFamily: AnswerPlan;
  readonly closedForEveryone: AnswerPlan;
  readonly stranger: AnswerPlan;
  readonly refused: AnswerPlan;
  readonly any: AnswerPlan;
  readonly noName: AnswerPlan;
  readonly noData: AnswerPlan;
  readonly failed: AnswerPlan;
  readonly busy: AnswerPlan;
  readonly unreachable: AnswerPlan;
  readonly networkError: AnswerPlan;
}

/** `server` is our own host name; one that is no name becomes `guard.invalid`. */
export function makeAnswers(server: string): Answers {
  const mname = nameOf(server) ?? nameOf('guard.invalid') ?? ROOT_NAME;
  const soa = (seconds: number) => [negativeSoa(seconds, mname, ROOT_NAME)];
  const closed = (code: number) =>
    planAnswer({
      rcode: RCODE.nxDomain,
      authority: soa(CLOSED_SECONDS),
      error: extendedError(code, CLOSED_TEXT),
    });
  const failed = (code: number) => planAnswer({ rcode: RCODE.servFail, error: extendedError(code) });
  return {
    closedByFamily: closed(EDE.filtered),
    closedForEveryone: closed(EDE.blocked),
    stranger: planAnswer({ rcode: RCODE.refused, error: extendedError(EDE.prohibited, STRANGER_TEXT) }),
    refused: planAnswer({ rcode: RCODE.refused, error: extendedError(EDE.notSupported) }),
    any: planAnswer({ answers: [{ name: null, type: HINFO, ttl: LOCAL_SECONDS, rdata: HINFO_DATA }] }),
    noName: planAnswer({ rcode: RCODE.nxDomain, authority: soa(LOCAL_SECONDS) }),
    noData: planAnswer({ authority: soa(LOCAL_SECONDS) }),
    failed: planAnswer({ rcode: RCODE.servFail }),
    busy: failed(EDE.notReady),
    unreachable: failed(EDE.noReachableAuthority),
    networkError: failed(EDE.networkError),
  };
}

/** NOERROR with these addresses, all of one family. */
export function addressAnswer(addresses: readonly string[], seconds = LOCAL_SECONDS): AnswerPlan {
  return planAnswer({ answers: addresses.map((address) => addressRecord(seconds, address)) });
}

function nameOf(host: string): Uint8Array | null {
  return textToName(host);
}
