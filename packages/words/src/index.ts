// SPDX-License-Identifier: Apache-2.0

// Words for search in eight languages: cut a text, fold and stem its words, see through look-alike letters. The same code makes what is
// stored and what is asked, so the two cannot drift; PostgreSQL stores tokens and matches, and needs no dictionary. Nothing here knows
// a database: results are tokens, or the text that PostgreSQL reads as tsvector and tsquery. Any text may come in; nothing throws.

export { cut, type Word } from './cut.ts';
export { fold, foldText } from './fold.ts';
export { forms } from './forms.ts';
export { isLanguage, LANGUAGES, type Language } from './languages.ts';
export { allText, anyText, QUESTION_LIMITS, type Question, type QuestionWord, question } from './question.ts';
export { skeleton } from './skeleton.ts';
export { stem } from './stem.ts';
export { type Token, vector, vectorText, type WeighedTokens, type Weight } from './vector.ts';
