// SPDX-License-Identifier: EUPL-1.2
import { readAnswer } from '@rowan/dns-wire';
import type { Guard } from './start-guard.ts';

// DNS over HTTPS (RFC 8484) without the server around it: the page's server and an edge of its own answer alike.

export const DNS_MESSAGE = 'application/dns-message';

/** No question is longer; an answer may be. */
const LONGEST = 4096;

/** What to send: a status, and with 200 a DNS message that may be kept so many seconds. */
export type DohAnswer =
  | { readonly status: 200; readonly body: Buffer; readonly maxAge: number }
  | { readonly status: 400 | 404 | 413 | 503 };

/**
 * Answers a DNS message of the device with this token. A name that is closed, and a token that nobody has, are answers
 * too: status 200 with what DNS says. 404 is a path that is no token at all.
 */
export async function answerDoh(
  guard: Pick<Guard, 'ask'>,
  token: string,
  message: Uint8Array,
): Promise<DohAnswer> {
  if (!/^[a-z2-7]{16}$/i.test(token)) return { status: 404 };
  if (message.length > LONGEST) return { status: 413 };
  const isQuestion = message.length >= 12 && ((message[2] ?? 0) & 0x80) === 0;
  if (!isQuestion) return { status: 400 };
  const bytes = await guard.ask(message, token);
  if (bytes === null) return { status: 503 };
  return { status: 200, body: Buffer.from(bytes), maxAge: readAnswer(bytes)?.cacheSeconds ?? 0 };
}

/** The message in the `dns` parameter of a GET, base64url without padding; null for anything else. */
export function messageOf(parameter: string): Buffer | null {
  if (!/^[A-Za-z0-9_-]+$/.test(parameter)) return null;
  return Buffer.from(parameter, 'base64url');
}
