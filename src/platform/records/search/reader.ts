// SPDX-License-Identifier: EUPL-1.2
import type { Face, Level } from '../record.ts';

/** For whom something is looked for: nothing above their level is found, counted or ranked. */
export interface SearchReader {
  face: Face;
  level: Level;
  /** Texts in this language come first. */
  lang: string;
}
