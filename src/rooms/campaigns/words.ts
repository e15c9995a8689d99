// SPDX-License-Identifier: EUPL-1.2
import type { EditionCode, KitTexts } from './print/edition.ts';
import type { PieceName } from './print/pieces.ts';

// The closed lists of this room's own tables.

export const PACK_STATES = ['requested', 'packed', 'sent', 'refused'] as const;
export type PackState = (typeof PACK_STATES)[number];

export const WAYS = ['once', 'standing'] as const;
export type Way = (typeof WAYS)[number];

export type SupportState = 'asked' | 'shown' | 'ended';

/** The words of a language that Rowan does not have, written into the blank piece. */
export interface OwnWords {
  /** ISO 639, e.g. `sw`. */
  lang: string;
  dir: 'ltr' | 'rtl';
  texts: KitTexts;
}

/** A kit that somebody fills in. */
export interface KitDraft {
  id: string;
  campaign: number;
  pieces: PieceName[];
  editions: (EditionCode | 'own')[];
  phone: string | null;
  address: string;
  ministry: string;
  qr: boolean;
  own: OwnWords | null;
}
