// SPDX-License-Identifier: EUPL-1.2
import type { Face, Level } from '#platform/records';

/** Who reads the law here: which face, how much of it, in which language. */
export interface WalkReader {
  face: Face;
  level: Level;
  lang: string;
}
