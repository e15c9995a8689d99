// SPDX-License-Identifier: EUPL-1.2

/** What a caller can do about it; the same words as the platform's error kinds. */
export type SealErrorKind = 'defect' | 'unavailable' | 'conflict' | 'not-allowed' | 'not-found';

/**
 * Thrown by everything under seal/. The message is the code and nothing else: an error that carried
 * a key, a word or an id would end in a log (N68, 4.7).
 */
export class SealError extends Error {
  readonly kind: SealErrorKind;
  readonly code: string;

  constructor(kind: SealErrorKind, code: string) {
    super(code);
    this.name = 'SealError';
    this.kind = kind;
    this.code = code;
  }
}

/** A box, seal, signature or file that is not what its context says: never explained further. */
export function refused(code: string): SealError {
  return new SealError('defect', code);
}
