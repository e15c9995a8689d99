// SPDX-License-Identifier: EUPL-1.2

/** A form as somebody sent it, held back until they showed again who they are. */
export interface KeptForm {
  /** Where it goes, without language, with its query. */
  path: string;
  /** The page to go to without it: a path of the desk, without language. */
  back: string;
  fields: [name: string, value: string][];
}

/** The page that gives a kept form back. */
export const KEPT_PATH = '/desk/kept';
