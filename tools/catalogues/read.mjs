// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { found } from '../build/output.mjs';

export const SOURCE = 'en';
export const LANGUAGES = ['en', 'fr', 'es', 'ru', 'ar', 'zh', 'vi', 'lv'];

/** How far a text has come: machine-made or first words, then read by a named native reviewer. */
const STATES = ['draft', 'machine', 'checked'];

/**
 * Every part (a folder under src/platform or src/rooms, or the app) that has texts:
 * `{ name, folder, texts: Map<language, Map<key, { text, safety, review }>> }`.
 */
export function readParts(root) {
  const problems = [];
  const folders = found(root, 'src/{{platform,rooms}/*,app}/locales');
  const parts = folders
    .map((folder) => readPart(root, folder, problems))
    .filter(({ texts }) => texts.size > 0);
  const names = parts.map(({ name }) => name);
  for (const name of new Set(names.filter((one, at) => names.indexOf(one) !== at))) {
    problems.push(`Two parts with texts are called ${name}: their keys would meet`);
  }
  return { parts, problems };
}

function readPart(root, folder, problems) {
  const name = folder.split('/').at(-2);
  const texts = new Map();
  for (const path of found(root, `${folder}/{,safety/}*.json`)) {
    if (!LANGUAGES.includes(basename(path, '.json'))) problems.push(`${path}: no language of Rowan`);
  }
  for (const language of LANGUAGES) {
    const plain = readFile(root, { path: `${folder}/${language}.json`, safety: false }, problems);
    const safety = readFile(root, { path: `${folder}/safety/${language}.json`, safety: true }, problems);
    if (!plain && !safety) continue;
    const twice = [...(safety ?? new Map()).keys()].filter((key) => plain?.has(key));
    for (const key of twice)
      problems.push(`${folder}/safety/${language}.json: ${key} stands in ${language}.json too`);
    texts.set(language, new Map([...(plain ?? []), ...(safety ?? [])]));
  }
  return { name, folder, texts };
}

function readFile(root, { path, safety }, problems) {
  if (!existsSync(join(root, path))) return null;
  let content;
  try {
    content = JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch (error) {
    problems.push(`${path}: ${error.message}`);
    return new Map();
  }
  const { '@review': review = { default: 'draft' }, ...messages } = content;
  problems.push(...reviewProblems(path, review, messages));
  const entry = ([key, text]) => [key, { text, safety, review: review[key] ?? review.default ?? 'draft' }];
  return new Map(Object.entries(messages).map(entry));
}

function reviewProblems(path, review, messages) {
  return Object.entries(review).flatMap(([key, state]) => {
    if (!STATES.includes(state))
      return [`${path}: review state "${state}" of ${key} is none of ${STATES.join(', ')}`];
    return key === 'default' || key in messages
      ? []
      : [`${path}: @review names ${key}, which has no text here`];
  });
}
