// SPDX-License-Identifier: Apache-2.0
import { type Question, question, vector } from '../src/index.ts';

/** What PostgreSQL would answer to `tsv @@ allText(question)::tsquery`. */
export function matches(asked: Question, text: string, language: string): boolean {
  const lexemes = [...new Set(vector(text, language).map(({ lexeme }) => lexeme))];
  const holds = (form: string, begins: boolean): boolean =>
    lexemes.some((lexeme) => (begins ? lexeme.startsWith(form) : lexeme === form));
  return (
    asked.words.length > 0 &&
    asked.words.every(({ forms, begins }) => forms.some((form) => holds(form, begins)))
  );
}

/** Whether a reader of `language` who asks so finds a text of that language. */
export function finds(asked: string, text: string, language: string): boolean {
  return matches(question(asked, language), text, language);
}
