// SPDX-License-Identifier: EUPL-1.2
export { isOpen, levelFor, levelOf, may, STEPS, type Step } from './access.ts';
export { type Change, diff } from './change/diff.ts';
export { type Fingerprint, type Lock, lockOf, lockProblems } from './change/fingerprint.ts';
export { type BodyProblem, type Parsed, parseFacts, parseWords, wordsField } from './change/parse.ts';
export { recordPublished, recordWithdrawn } from './events.ts';
export { packKind } from './exchange/pack-kind.ts';
export type { Parcel } from './exchange/parcel.ts';
// What a room draws its own pages of records from.
export type { AddedFile } from './files/add-file.ts';
export { takeFiles } from './files/file-routes.tsx';
export { FILE_ACCEPT, FILE_LIMITS } from './files/limits.ts';
export type { FormView } from './form/form-view.ts';
export { moveIn, moveRows } from './form/moves.ts';
export { newKey } from './form/new-key.ts';
export { readTyped } from './form/read-typed.ts';
export { RecordInputs } from './form/record-form.tsx';
export { fillTyped, type Typed as TypedForm } from './form/typed.ts';
export { applyImport } from './import/apply.ts';
export type { FileRead, Unfit } from './import/draft.ts';
export { planImport, unfitIn } from './import/plan.ts';
export { readParcels } from './import/read-parcels.ts';
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
export { deskPath, listPath, recordPath } from './pages/address.ts';
export { fieldKey, kindKey, kindsKey, label, sectionKey } from './pages/labels.ts';
export { languageName, ownName } from './pages/language.ts';
export { type Facet, Facets, Hit, type ListedRecord } from './pages/list-page.tsx';
export { Prose } from './pages/prose.tsx';
export { Day, RecordLink } from './pages/values.tsx';
export { type Piece, wordDiff } from './pages/word-diff.ts';
export { formView, foundBy } from './queries/form-view.ts';
export { facetOf, listed } from './queries/list-records.ts';
export { langFor, titleIn } from './queries/record-view.ts';
export { type Speaker, schemesOf, termLabel, termWords } from './queries/vocabulary.ts';
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
export { type SearchAsk, type SearchResult, searchRecords } from './search/search-records.ts';
export { createRecord, type NewRecord } from './store/create.ts';
export { heldBack, readiness } from './store/lacks.ts';
export { aliasesOf, claimAlias, findByAlias, setAlias, setTag } from './store/names.ts';
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
