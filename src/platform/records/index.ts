// SPDX-License-Identifier: EUPL-1.2
export { isOpen, levelFor, levelOf, may, STEPS, type Step } from './access.ts';
export { type Change, diff } from './change/diff.ts';
export { type Fingerprint, type Lock, lockOf, lockProblems } from './change/fingerprint.ts';
export { type BodyProblem, type Parsed, parseFacts, parseWords, wordsField } from './change/parse.ts';
export { recordPublished, recordWithdrawn } from './events.ts';
export {
  choice,
  choices,
  code,
  day,
  type Field,
  type FieldType,
  type FileRef,
  files,
  line,
  link,
  links,
  number,
  prose,
  type Row,
  rows,
  type Seen,
  web,
  yes,
} from './kind/fields.ts';
export { type Course, type FactsOf, type Kind, kind, type PastStep, type WordsOf } from './kind/kind.ts';
export type {
  BacklinkLine,
  Clash,
  EditionLine,
  Face,
  Facts,
  FullRecord,
  History,
  Lack,
  Level,
  LinkedTitle,
  OldBody,
  RecordState,
  RevisionLine,
  SaveResult,
  Term,
  TermSeed,
  UnitMaker,
  UnitState,
  Via,
  Words,
  WordsPart,
} from './record.ts';
export {
  type Draft,
  type Guard,
  guardsOf,
  kindOf,
  kinds,
  mountKinds,
  type Panel,
  panelsOf,
  type RecordRoom,
} from './registry.ts';
export { createRecord, type NewRecord } from './store/create.ts';
export { heldBack, readiness } from './store/lacks.ts';
export { aliasesOf, findByAlias, setAlias, setTag } from './store/names.ts';
export { prepareRecords } from './store/prepare.ts';
export { bodyAt, readRecord, readRecords, revisionsOf, versionOf, withdrawnReason } from './store/read.ts';
export { rebuild } from './store/rebuild.ts';
export { rewriteJob, rewriteParts } from './store/rewrite.ts';
export { type FactsSave, restore, saveFacts, saveWords, type WordsSave } from './store/save.ts';
export {
  type Publication,
  publish,
  sendBack,
  submit,
  supersede,
  unpublishLanguage,
  withdraw,
} from './store/steps.ts';
export { missingTargets } from './store/targets.ts';
export { seedTerms, termsOf } from './store/terms.ts';
export { backlinksTo, linkedTitles } from './store/titles.ts';
