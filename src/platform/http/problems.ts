// SPDX-License-Identifier: EUPL-1.2

/** The few ways a request can end without its page. What a person typed wrong is not among them. */
export type ProblemKind =
  | 'not-found'
  | 'not-allowed'
  | 'signed-out'
  | 'confirm-first'
  | 'conflict'
  | 'too-many'
  | 'unavailable'
  | 'bad-request'
  | 'too-large'
  | 'files-refused'
  | 'verb-refused'
  | 'defect';

export const problemStatus: Record<ProblemKind, number> = {
  'bad-request': 400,
  'signed-out': 401,
  'confirm-first': 403,
  'not-allowed': 403,
  'not-found': 404,
  'verb-refused': 405,
  conflict: 409,
  'too-large': 413,
  'files-refused': 415,
  'too-many': 429,
  unavailable: 503,
  defect: 500,
};

/** A request that cannot go on. `code` is a room's published code, e.g. `cases.taken`. */
export class ProblemError extends Error {
  readonly kind: ProblemKind;
  readonly code: string;
  /** Where the person goes on once they have shown again who they are: a path of the desk, without language. */
  readonly back: string | null;
  constructor(kind: ProblemKind, code: string, back: string | null = null) {
    super(code);
    this.kind = kind;
    this.code = code;
    this.back = back;
  }
}

export function notFound(code = 'http.not-found'): never {
  throw new ProblemError('not-found', code);
}

/** Declares a room's error codes; each has a text `<room>.error.<code>` and a line in docs/errors.md. */
export function defineErrors<C extends string>(room: string, kinds: Record<C, ProblemKind>) {
  const thrower = (code: C): ProblemError => new ProblemError(kinds[code], `${room}.${code}`);
  return Object.assign(thrower, { room, kinds });
}
