// SPDX-License-Identifier: EUPL-1.2
import type { Lang } from '#platform/i18n';

/** What the app gives to this room. */
export interface ReportServices {
  /** False while the disk is nearly full or the database is away: the form closes before anything is lost. */
  intakeOpen: () => boolean;
  /** Languages whose every safety text a native reviewer passed. Without it no form of a real installation opens (H10). */
  openLanguages?: () => readonly Lang[];
  /** How long every wrong code takes, in ms, so that the time tells nothing about it. */
  wrongCodeTakes?: number;
}
