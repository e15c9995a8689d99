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
} from './keyring/keyring-file.ts';
export { addSigningKey, erasePepper, removeSigningKey, rotatePepper } from './keyring/renewal.ts';

export { checkCsrfToken, makeCsrfToken } from './login/csrf-token.ts';
export { makeIssuedPassword, tidyIssuedPassword } from './login/issued-password.ts';
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
  makeReceiptCode,
  printReceiptCode,
  type ReceiptInput,
  readReceiptCode,
} from './receipts/receipt-code.ts';
export { tidySecretWord, wordTry } from './receipts/secret-word.ts';

export { canonicalJson, readCanonicalJson } from './signing/canonical.ts';
export {
  type KeyList,
  keyListEntry,
  listedSignatureHolds,
  readKeyList,
  type SignedText,
  signKeyList,
} from './signing/key-list.ts';
export {
  readSignature,
  type Signature,
  type SignatureType,
  signatureHolds,
  signPayload,
} from './signing/signature.ts';
export { keyId, type SigningKey, signingKey } from './signing/signing-key.ts';

export { type KdfId, readKdfId } from './slow/argon2.ts';

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
