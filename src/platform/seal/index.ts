// SPDX-License-Identifier: EUPL-1.2

// The door of everything that is locked, signed or kept unguessable. Nothing else in Rowan encrypts.
// Only what stands here may be used; the formats are fixed by the specification's vectors.

export { boxData, unboxData, unwrapKey, wrapKey } from './crypto/box.ts';
export {
  equalBytes,
  fromBase64url,
  fromHex,
  type Random,
  randomBytes,
  sha256,
  toBase64url,
  toHex,
} from './crypto/bytes.ts';
export { type Context, context } from './crypto/contexts.ts';
export { keyFingerprint, type RegistryEntry, registryMac, registryMatches } from './crypto/registry.ts';
export { type Key, Secret } from './crypto/secret.ts';
export { type KeyPair, makeKeyPair } from './crypto/x25519.ts';
export { SealError, type SealErrorKind } from './errors.ts';

export { attachKeyring, keyringOf } from './keyring/attached.ts';
export { boxField, type FieldPlace, unboxField } from './keyring/field-box.ts';
export type { Intake, IntakeAlarm } from './keyring/intake.ts';
export type { Keyring, Pepper } from './keyring/keyring.ts';
export { openKeyringBackup, sealKeyring } from './keyring/keyring-backup.ts';
export {
  createKeyring,
  type KeyringPlace,
  loadKeyring,
  protectKeyring,
  reloadKeyring,
  restoreKeyring,
} from './keyring/keyring-file.ts';
export { addSigningKey, erasePepper, removeSigningKey, rotatePepper } from './keyring/renewal.ts';

export { checkCsrfToken, makeCsrfToken } from './login/csrf-token.ts';
export { makeIssuedPassword, tidyIssuedPassword } from './login/issued-password.ts';
export {
  makePersonKey,
  type PersonKey,
  requireRealUnlocks,
  unwrapPersonKey,
  wrapPersonKey,
} from './login/person-key.ts';
export {
  boxDraft,
  deriveSession,
  newSessionToken,
  type SessionKeys,
  unboxDraft,
  unwrapFromSession,
  wrapForSession,
} from './login/session-keys.ts';
export { boxTotpSecret, type TotpPlace, unboxTotpSecret } from './login/totp-box.ts';
export { type PasswordKeys, passkeyKek, passwordKeys } from './login/user-keys.ts';
export {
  dropMachineBox,
  type MachinePurpose,
  type NewMachineBox,
  putMachineBox,
  readMachineBox,
  sweepMachineBoxes,
  takeMachineBox,
} from './machine/machine-box.ts';
export { deleteObjects, holdObjects, keepObjectsUntil } from './objects/delete-object.ts';
export { type KeyHolder, type Keys, openKeys } from './objects/keys.ts';
export type { ObjectKind } from './objects/kinds.ts';
export { endLeases, grantLease, type Lease, sweepLeases } from './objects/lease.ts';
export { type OpenedObject, openObject, openObjects } from './objects/open-object.ts';
export { asRequest } from './objects/request.ts';
export { resealObject } from './objects/reseal-object.ts';
export { type NewObject, type ReceiptPublic, sealObject } from './objects/seal-object.ts';
export { openIndexKey } from './objects/team-index.ts';
export {
  findReceipt,
  newReceipt,
  openReceipt,
  openReceiptWithWord,
  type ReceiptCandidate,
  type ReceiptColumns,
  sealReceipt,
} from './receipts/receipt.ts';
export {
  makeReceiptCode,
  printReceiptCode,
  type ReceiptInput,
  readReceiptCode,
} from './receipts/receipt-code.ts';
export { tidySecretWord, wordTry } from './receipts/secret-word.ts';
export { type Half, type HalfInput, type HalfName, readHalf } from './recovery/halves.ts';
export { openKeyringWithHalves } from './recovery/keyring-with-halves.ts';
export {
  confirmRecovery,
  grantToRecovery,
  makeRecovery,
  type PrintedRecovery,
  type RecoveryRecord,
  recoverTeams,
  recoveryRecords,
  teamsWithoutRecovery,
} from './recovery/recovery-store.ts';

export { canonicalJson, readCanonicalJson } from './signing/canonical.ts';
export {
  type KeyList,
  keyListEntry,
  listedSignatureHolds,
  readKeyList,
  type SignedText,
  signKeyList,
} from './signing/key-list.ts';
export { presentKeyList, publishedKeyList, vouchedUntil } from './signing/key-list-store.ts';
export {
  readSignature,
  type Signature,
  type SignatureType,
  signatureHolds,
  signPayload,
} from './signing/signature.ts';
export { keyId, type SigningKey, signingKey } from './signing/signing-key.ts';
export { type KdfId, readKdfId } from './slow/argon2.ts';
export { createTeam } from './teams/create-team.ts';
export { TEAM_KEY_DAYS, teamKeyAges } from './teams/key-ages.ts';
export { endGranting, grantTeam, membersOf, revokeAll, revokeTeam, teamsOf } from './teams/members.ts';
export { checkRegistry, intakeState } from './teams/registry-check.ts';
export { destroyDrained, resealBatch, rotateTeam } from './teams/rotate-team.ts';
export type { Member } from './teams/team-epoch.ts';
export { type TeamName, teamId } from './teams/team-name.ts';

export {
  deviceLookup,
  makeDeviceToken,
  makePageToken,
  pageTokenHash,
  readDeviceToken,
  readPageToken,
} from './tokens/device-token.ts';
export { HourSecrets } from './tokens/hour-secrets.ts';
export { blindIndex, keyedLookup } from './tokens/keyed-lookup.ts';
export { limiterKey, networkPrefix } from './tokens/limiter-key.ts';
export { makeTicket, type TicketAnswer, WaitTickets } from './tokens/wait-ticket.ts';
