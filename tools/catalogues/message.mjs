// SPDX-License-Identifier: EUPL-1.2
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';

const KINDS = new Map([
  [TYPE.argument, 'text'],
  [TYPE.number, 'number'],
  [TYPE.plural, 'number'],
  [TYPE.date, 'date'],
  [TYPE.time, 'date'],
  [TYPE.select, 'choice'],
]);

/**
 * One message in one language: its arguments (`Map<name, { kind, options? }>`, kind text, number, date or choice), its tags, and
 * what is wrong with it. A plural must have every category of the language and no other; `=0` and the like may be added.
 */
export function readMessage(text, language) {
  const found = { args: new Map(), tags: new Set(), problems: [] };
  if (typeof text !== 'string' || text.trim() === '') {
    found.problems.push('empty');
    return found;
  }
  let elements;
  try {
    elements = parse(text);
  } catch (error) {
    found.problems.push(`not ICU: ${error.message}`);
    return found;
  }
  walk(elements, language, found);
  return found;
}

function walk(elements, language, found) {
  for (const element of elements) {
    if (element.type === TYPE.tag) {
      found.tags.add(element.value);
      walk(element.children, language, found);
      continue;
    }
    const kind = KINDS.get(element.type);
    if (!kind) continue;
    addArgument(element, kind, found);
    if (element.type === TYPE.plural) checkPlural(element, language, found);
    for (const option of Object.values(element.options ?? {})) walk(option.value, language, found);
  }
}

/** `{n}` inside a plural on n is the same number, not another argument. */
function addArgument(element, kind, found) {
  const known = found.args.get(element.value);
  const options = kind === 'choice' ? Object.keys(element.options).sort() : undefined;
  if (!known || known.kind === 'text') found.args.set(element.value, options ? { kind, options } : { kind });
  else if (kind !== 'text' && known.kind !== kind) {
    found.problems.push(`${element.value} is used as ${known.kind} and as ${kind}`);
  }
}

function checkPlural({ value, options, pluralType }, language, found) {
  const needed = new Intl.PluralRules(language, { type: pluralType }).resolvedOptions().pluralCategories;
  const given = Object.keys(options).filter((name) => !name.startsWith('='));
  const missing = needed.filter((name) => !given.includes(name));
  const strange = given.filter((name) => !needed.includes(name));
  if (missing.length > 0) found.problems.push(`plural ${value} lacks ${missing.join(', ')}`);
  if (strange.length > 0)
    found.problems.push(`plural ${value} has ${strange.join(', ')}, which ${language} does not use`);
}
