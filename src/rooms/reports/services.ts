// SPDX-License-Identifier: EUPL-1.2

/** What the app gives to this room. */
export interface ReportServices {
  /** False while the disk is nearly full or the database is away: the form closes before anything is lost. */
  intakeOpen: () => boolean;
  /** How long every wrong code takes, in ms, so that the time tells nothing about it. */
  wrongCodeTakes?: number;
}
