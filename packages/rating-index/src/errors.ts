// SPDX-License-Identifier: Apache-2.0

/** What went wrong, as a code a caller can act on; the message is for people and carries no host name. */
export type RatingIndexErrorCode =
  | 'truncated'
  | 'not-an-index'
  | 'not-a-delta'
  | 'unknown-version'
  | 'corrupt'
  | 'bad-host'
  | 'bad-verdict'
  | 'bad-option'
  | 'too-many-verdicts'
  | 'too-many-hosts'
  | 'wrong-key'
  | 'wrong-base'
  | 'not-newer'
  | 'rebuild-needed';

/** The only error this package throws. */
export class RatingIndexError extends Error {
  readonly code: RatingIndexErrorCode;

  constructor(code: RatingIndexErrorCode, message: string) {
    super(message);
    this.name = 'RatingIndexError';
    this.code = code;
  }
}
