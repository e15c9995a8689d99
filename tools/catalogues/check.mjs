// SPDX-License-Identifier: EUPL-1.2

import { readMessage } from './message.mjs';
import { LANGUAGES, SOURCE } from './read.mjs';

const KEY = /^[a-z][a-z0-9-]*(\.[a-zA-Z0-9_-]+)+$/;

/** Entries of one part by its English texts: `{ key, safety, args, tags, texts: {language: text}, review: {language: state} }`. */
export function checkPart(part, isPending) {
  const problems = [];
  const notes = [];
  const source = part.texts.get(SOURCE);
  if (!source) {
    problems.push(`${part.folder}: no ${SOURCE}.json, the source of the other languages`);
    return { entries: [], problems, notes };
  }
  const entries = [...source].map((pair) => newEntry(part, pair, problems));
  for (const language of LANGUAGES.filter((one) => one !== SOURCE)) {
    addLanguage({ part, entries, language, pending: isPending(language), problems, notes });
  }
  return { entries, problems, notes };
}

function newEntry(part, [key, message], problems) {
  const where = `${part.folder} ${SOURCE} ${key}`;
  if (!KEY.test(key)) problems.push(`${where}: a key is words with dots between`);
  if (!key.startsWith(`${part.name}.`)) problems.push(`${where}: keys here begin with "${part.name}."`);
  const read = readMessage(message.text, SOURCE);
  problems.push(...read.problems.map((line) => `${where}: ${line}`));
  return {
    key,
    safety: message.safety,
    read,
    texts: { [SOURCE]: message.text },
    review: { [SOURCE]: message.review },
  };
}

function addLanguage({ part, entries, language, pending, problems, notes }) {
  const messages = part.texts.get(language) ?? new Map();
  const missing = entries.filter(({ key }) => !messages.has(key)).map(({ key }) => key);
  if (missing.length > 0) {
    const some = messages.size === 0 ? 'nothing yet' : `${missing.length} missing, first ${missing[0]}`;
    (pending ? notes : problems).push(`${part.folder} ${language}: ${some}`);
  }
  const known = new Set(entries.map(({ key }) => key));
  for (const key of messages.keys()) {
    if (!known.has(key)) problems.push(`${part.folder} ${language} ${key}: not in ${SOURCE}`);
  }
  for (const entry of entries) {
    const message = messages.get(entry.key);
    if (!message) continue;
    const lines = differences(entry, message, language);
    problems.push(...lines.map((line) => `${part.folder} ${language} ${entry.key}: ${line}`));
    entry.texts[language] = message.text;
    entry.review[language] = message.review;
  }
}

function differences(entry, message, language) {
  const read = readMessage(message.text, language);
  if (read.problems.length > 0) return read.problems;
  const lines = [];
  if (message.safety !== entry.safety) lines.push('safety text in one language and not in the other');
  if (describe(read.args) !== describe(entry.read.args)) {
    lines.push(`arguments are ${describe(read.args)}, in ${SOURCE} ${describe(entry.read.args)}`);
  }
  const tags = [...read.tags].sort().join(', ');
  const sourceTags = [...entry.read.tags].sort().join(', ');
  if (tags !== sourceTags) lines.push(`tags are "${tags}", in ${SOURCE} "${sourceTags}"`);
  return lines;
}

function describe(args) {
  const names = [...args].map(
    ([name, { kind, options }]) => `${name}: ${kind}${options ? ` (${options.join(' ')})` : ''}`,
  );
  return names.length > 0 ? names.sort().join(', ') : 'none';
}
