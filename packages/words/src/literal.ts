// SPDX-License-Identifier: Apache-2.0

/**
 * A lexeme as PostgreSQL reads it inside a tsvector or tsquery: in quotes, with quotes and backslashes doubled; its text can hold no NUL.
 * This makes the *value* safe; in SQL it is still bound as a parameter, never joined in.
 */
export function lexemeText(lexeme: string): string {
  return `'${lexeme.replaceAll('\0', '').replace(/['\\]/g, '$&$&')}'`;
}
