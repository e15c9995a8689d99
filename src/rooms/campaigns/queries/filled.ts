// SPDX-License-Identifier: EUPL-1.2
import type { Ctx } from '#platform/ctx';
import { isLang } from '#platform/i18n';
import { type HelpLine, readInstallation } from '#platform/setup';
import { logosOf } from '../actions/kit.ts';
import { editionTitle, type Filled } from '../kit.ts';
import {
  type Edition,
  editionOf,
  isEdition,
  type LocalFacts,
  NO_FACTS,
  writtenEdition,
} from '../print/edition.ts';
import type { KitDraft } from '../words.ts';

const CHECKED_DAYS = 90;
const DAY = 86_400_000;

/** Numbers of set-up that somebody called lately: the only ones that a kit may carry (H11). */
export async function offeredNumbers({ db, now }: Ctx): Promise<HelpLine[]> {
  const { numbers } = await readInstallation(db);
  return numbers.filter(
    ({ checkedOn }) =>
      checkedOn !== null && now.getTime() - Date.parse(`${checkedOn}T00:00:00Z`) <= CHECKED_DAYS * DAY,
  );
}

/** What the country added to a kit, as it is printed. */
export async function factsOf(ctx: Ctx, draft: KitDraft): Promise<LocalFacts> {
  const numbers = await offeredNumbers(ctx);
  const logos = await logosOf(ctx.db, draft.id);
  return {
    phone: numbers.find(({ id }) => id === draft.phone)?.number ?? '',
    address: draft.address,
    ministry: draft.ministry,
    logos,
    qr: draft.qr && draft.address !== '' ? `https://${draft.address}` : null,
  };
}

/** One edition of a filled kit; null for one that was not chosen or is no more. */
export async function filledEdition(ctx: Ctx, { kit, draft }: Filled, code: string): Promise<Edition | null> {
  if (!draft.editions.some((one) => one === code)) return null;
  const facts = await factsOf(ctx, draft);
  const { look } = kit;
  if (code === 'own') {
    if (draft.own === null) return null;
    const { lang, dir, texts } = draft.own;
    return writtenEdition({ lang, dir }, { title: editionTitle(kit, 'en'), look, texts, facts });
  }
  if (!isEdition(code)) return null;
  const texts = isLang(code) ? (kit.texts[code] ?? null) : null;
  if (isLang(code) && texts === null) return null;
  return editionOf(code, {
    title: editionTitle(kit, code),
    look,
    texts,
    facts: isLang(code) ? facts : NO_FACTS,
  });
}
