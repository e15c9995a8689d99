// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { isLang, LANGS, type Lang } from '#platform/i18n';
import type { FullRecord } from '#platform/records';
import { DESIGNS } from '../print/designs.ts';
import { EDITIONS, type EditionCode, type KitTexts } from '../print/edition.ts';
import { isLook, type Look } from '../print/palette.ts';
import { PIECES, type PieceName, UNITS } from '../print/pieces.ts';
import { shownCampaign, shownRecord, titleOf } from './shown.ts';

/** The published kit of a published campaign. */
export interface Kit {
  campaign: FullRecord;
  look: Look;
  /** By language, only those with a headline. */
  texts: Readonly<Partial<Record<Lang, KitTexts>>>;
}

/** Throws not-found for a campaign that is not published; a campaign without a kit has no texts and is printed blank. */
export async function readKit(db: Db, id: number): Promise<Kit> {
  const campaign = await shownCampaign(db, id);
  const { kit, look } = campaign.facts;
  const record = typeof kit === 'number' ? await shownRecord(db, kit, 'kit-text') : null;
  return { campaign, look: isLook(look) ? look : 'rowan', texts: record === null ? {} : textsOf(record) };
}

function textsOf(record: FullRecord): Kit['texts'] {
  const texts: Partial<Record<Lang, KitTexts>> = {};
  for (const lang of LANGS) {
    const body = record.words[lang]?.body;
    if (body?.headline === undefined) continue;
    texts[lang] = Object.fromEntries(UNITS.flatMap((unit) => (body[unit] ? [[unit, body[unit]]] : [])));
  }
  return texts;
}

/** The languages that a kit speaks, and the two blanks. */
export const editionsOf = (kit: Kit): EditionCode[] =>
  EDITIONS.filter((code) => !isLang(code) || kit.texts[code] !== undefined);

/** What can be had of a piece in an edition: documents are words, so a blank has none. */
export function piecesOf(kit: Kit, code: EditionCode): PieceName[] {
  return PIECES.filter((piece) => {
    if (piece in DESIGNS) return true;
    return isLang(code) && kit.texts[code]?.[piece as 'radio' | 'speech' | 'message'] !== undefined;
  });
}

/** What a printed piece is called inside its file. */
export function editionTitle(kit: Kit, code: string): string {
  return titleOf(kit.campaign, isLang(code) ? code : 'en');
}
