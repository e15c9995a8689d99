// SPDX-License-Identifier: EUPL-1.2
import { type Answer, type Call, page, seeOther } from '#platform/http';
import { formatRelativeDay, formatShort } from '#platform/i18n';
import { tidySecretWord } from '#platform/seal';
import type { Installation } from '#platform/setup';
import type { FieldErrors } from '#platform/ui';
import { setWord } from '../actions/set-word.ts';
import { countFeeling, goOn, isAnswer, markShown } from '../actions/write-answers.ts';
import type { Shown } from '../drafts/draft.ts';
import type { DraftPlace } from '../drafts/draft-store.ts';
import { FEELINGS } from '../form/after.ts';
import { REPORT } from '../pages/form/frame.tsx';
import { CalmPage } from '../pages/notice/calm-page.tsx';
import { DemoPage } from '../pages/notice/notice-pages.tsx';
import { CodePage, type CodeView } from '../pages/shown/code-page.tsx';
import { inOtherLanguage, typedText, whenThereIsRoom } from './answering.ts';

export interface ShownTurn {
  call: Call;
  site: Installation;
  place: DraftPlace;
  draft: Shown;
}

/** The page of the code, to whoever pressed a moment ago; to others that there is one. */
export async function showShown(now: ShownTurn): Promise<Answer> {
  const { call, place } = now;
  return (await isAnswer(call.ctx, place)) ? draw(now, []) : page(<CalmPage view={call.view} was="sent" />);
}

function draw(now: ShownTurn, errors: FieldErrors): Answer {
  const { call, draft } = now;
  if (draft.code === null) return page(<DemoPage view={call.view} />);
  const shown = viewOf(now, { code: draft.code, errors });
  return page(<CodePage view={call.view} shown={shown} />, { status: errors.length > 0 ? 422 : 200 });
}

/** A press on it: a secret word, how it felt, another language, or the code once more. */
export async function postShown(now: ShownTurn): Promise<Answer> {
  const { call, place, draft } = now;
  const stay = inOtherLanguage(call, REPORT) ?? seeOther(`/${call.lang}${REPORT}`);
  const feeling = FEELINGS.find((one) => one === typedText(call, 'feeling'));
  const go = typedText(call, 'go');
  if (go === 'word') return saveWord(now);
  if (go === 'feedback' && feeling !== undefined && !draft.thanked && draft.code !== null) {
    await countFeeling(call.ctx, feeling);
    await markShown(call.ctx, place, { ...draft, thanked: true });
  }
  await goOn(call.ctx, place);
  return stay;
}

async function saveWord(now: ShownTurn): Promise<Answer> {
  const { call, place, draft } = now;
  const word = tidySecretWord(typedText(call, 'word'));
  if (word === null || draft.code === null)
    return draw(now, [{ field: 'word', message: 'reports.word.short' }]);
  const { code } = draft;
  const saved = await whenThereIsRoom(() => setWord(call.ctx, { code, word }));
  if (!saved) return draw(now, [{ field: 'word', message: 'reports.word.not-saved' }]);
  await markShown(call.ctx, place, { ...draft, worded: true });
  return seeOther(`/${call.lang}${REPORT}`);
}

function viewOf({ call, site, draft }: ShownTurn, more: Pick<CodeView, 'code' | 'errors'>): CodeView {
  const where = { lang: call.lang, timeZone: site.timeZone };
  const address = site.shortAddress === '' ? call.origin : site.shortAddress;
  return {
    ...draft,
    ...more,
    address: `${address}/code`,
    invitation: draft.invitation === null ? null : `${address}/i/${draft.invitation}`,
    received: formatShort(draft.receivedAt, where),
    due: formatRelativeDay(draft.dueAt, call.ctx.now, where),
  };
}
