// SPDX-License-Identifier: EUPL-1.2

/** How far an organisation has taken up a guideline. */
export const HOW_FAR = ['intends', 'part', 'whole'] as const;
export type HowFar = (typeof HOW_FAR)[number];

/** What is known of one organisation and one guideline. */
export interface Adoption {
  id: string;
  guideline: number;
  name: string;
  /** For staff. */
  contact: string | null;
  how_far: HowFar;
  /** Numbers of the guideline's items that are carried out. */
  items: string[];
  /** ISO 8601. */
  since: string;
  /** The organisation said so itself. */
  own_word: boolean;
}
