// SPDX-License-Identifier: EUPL-1.2
import type { Answer, Call } from '#platform/http';
import { giveBack, keepTyped } from '../actions/keep-typed.ts';
import type { Reply } from '../drafts/draft.ts';
import { inOtherLanguage, typedText } from './answering.ts';

/** What a form behind the code carries. */
export function typedReply(call: Call): Reply {
  return { words: typedText(call, 'words'), quick: typedText(call, 'quick') };
}

/** The same page in the language that the language menu posted, with what was typed; or null. */
export async function takingAlong(call: Call, path: string): Promise<Answer | null> {
  const language = inOtherLanguage(call, path);
  const reply = typedReply(call);
  const typed = reply.words !== '' || reply.quick !== '';
  if (language !== null && typed && call.session !== null) await keepTyped(call.ctx, call.session, reply);
  return language;
}

/** What was typed before the language was changed, once. */
export async function typedBefore({ ctx, session }: Call): Promise<Reply> {
  const kept = session === null ? null : await giveBack(ctx, session);
  return kept ?? { words: '', quick: '' };
}
