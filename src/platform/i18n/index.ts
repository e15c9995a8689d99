// SPDX-License-Identifier: EUPL-1.2
export type { PartArgs, Value, Wrap } from './compile.ts';
export {
  formatDate,
  formatDateTime,
  formatDay,
  formatList,
  formatNumber,
  formatPercent,
  formatRelative,
  formatRelativeDay,
  formatShort,
  formatTime,
  type Where,
  weekdayName,
  westernDigits,
} from './format.ts';
export {
  type Digits,
  type Direction,
  isLang,
  LANGS,
  type Lang,
  type Language,
  languages,
} from './languages.ts';
export { negotiate } from './negotiate.ts';
export {
  type Catalogue,
  directionOf,
  isReviewed,
  type MessageArgs,
  type MessageKey,
  type Messages,
  type MessageTags,
  type SafetyKey,
  safetyKeys,
  sourceText,
  type Translate,
  translator,
  translatorOf,
} from './translate.ts';
