// SPDX-License-Identifier: EUPL-1.2

const TYPES = { text: 'string | number', number: 'number', date: 'Date | number', choice: 'string' };

const HEAD = `// SPDX-License-Identifier: EUPL-1.2
// Written by tools/catalogues.mjs from the locales folders. Do not edit.
`;

/** Types of every message: what arguments it takes, which tags its text has, which keys are safety text. */
export function typesFile(entries) {
  const sorted = byKey(entries);
  const messages = sorted.map(({ key, read }) => `  '${key}': ${argumentsType(read.args)};`);
  const tagged = sorted.filter(({ read }) => read.tags.size > 0);
  const tags = tagged.map(({ key, read }) => `  '${key}': ${union([...read.tags])};`);
  const safety = sorted.filter((entry) => entry.safety).map(({ key }) => key);
  return [
    HEAD,
    interfaceOf('Messages', messages),
    'export type MessageKey = keyof Messages;\n',
    interfaceOf('MessageTags', tags),
    `export type SafetyKey = ${safety.length > 0 ? union(safety) : 'never'};\n`,
  ].join('\n');
}

function interfaceOf(name, lines) {
  return lines.length > 0
    ? `export interface ${name} {\n${lines.join('\n')}\n}\n`
    : `export type ${name} = Record<never, never>;\n`;
}

function argumentsType(args) {
  if (args.size === 0) return 'Record<never, never>';
  const fields = [...args]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { kind }]) => `${name}: ${TYPES[kind]}`);
  return `{ ${fields.join('; ')} }`;
}

function union(names) {
  return names.map((name) => `'${name}'`).join(' | ');
}

/**
 * `{ languages, safety: key[], review: { language: { key: state } }, messages: { language: { key: text } } }`.
 * A key that is not in `review` is a draft; a key that is not in a language yet is read in English.
 */
export function messagesFile(entries, languages) {
  const sorted = byKey(entries);
  const perLanguage = (pick) =>
    Object.fromEntries(
      languages.map((language) => {
        const pairs = sorted.map((entry) => [entry.key, pick(entry, language)]);
        return [language, Object.fromEntries(pairs.filter(([, value]) => value !== undefined))];
      }),
    );
  const review = (entry, language) =>
    entry.review[language] === 'draft' ? undefined : entry.review[language];
  const content = {
    languages,
    safety: sorted.filter((entry) => entry.safety).map(({ key }) => key),
    review: perLanguage(review),
    messages: perLanguage((entry, language) => entry.texts[language]),
  };
  return `${JSON.stringify(content)}\n`;
}

function byKey(entries) {
  return [...entries].sort((a, b) => (a.key < b.key ? -1 : 1));
}
