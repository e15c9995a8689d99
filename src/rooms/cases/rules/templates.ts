// SPDX-License-Identifier: EUPL-1.2

/** Ready words to begin a letter with; `cases.template.<code>` is safety text in every language. */
export const TEMPLATES = [
  'thanks',
  'question',
  'threat',
  'removal',
  'handed-over',
  'talk',
  'advice',
  'not-for-us',
  'end',
] as const;
