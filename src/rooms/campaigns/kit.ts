// SPDX-License-Identifier: EUPL-1.2
import { isLang, type Lang } from '#platform/i18n';
import type { FullRecord } from '#platform/records';
import { DESIGNS } from './print/designs.ts';
import { EDITIONS, type EditionCode, isEdition, type KitTexts } from './print/edition.ts';
import type { Look } from './print/palette.ts';
import { PIECES, type PieceName } from './print/pieces.ts';
import { titleOf } from './said.ts';
import type { KitDraft } from './words.ts';

/** The published kit of a published campaign. */
export interface Kit {
  campaign: FullRecord;
  look: Look;
  /** By language, only those with a headline. */
  texts: Readonly<Partial<Record<Lang, KitTexts>>>;
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

/** A kit with what the country made of it. */
export interface Filled {
  kit: Kit;
  draft: KitDraft;
}

/** The chosen pieces that this edition has. */
export function filledPieces({ kit, draft }: Filled, code: string): PieceName[] {
  const there = isEdition(code) ? piecesOf(kit, code) : (Object.keys(DESIGNS) as PieceName[]);
  return draft.pieces.filter((piece) => there.includes(piece));
}
