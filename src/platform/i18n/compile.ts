// SPDX-License-Identifier: EUPL-1.2
// A message becomes a closure once, at its first use; a message without arguments becomes its own text.
import {
  type MessageFormatElement,
  type PluralElement,
  parse,
  type SelectElement,
  TYPE,
} from '@formatjs/icu-messageformat-parser';
import { type Digits, type Lang, languages, localeTag } from './languages.ts';

export type Value = string | number;

/** What a tag's text is wrapped in, e.g. a link. Strings are what plain translation makes of it. */
export type Wrap<N> = (children: (string | N)[]) => N;

export type PartArgs<N> = Readonly<Record<string, Value | N | Wrap<N>>>;

type Sink<N> = (part: string | N) => void;

/** Writes one message's pieces, in order, into `out`. */
export type Compiled = <N>(args: PartArgs<N>, out: Sink<N>) => void;

interface Words {
  lang: Lang;
  number: Intl.NumberFormat;
  percent: Intl.NumberFormat;
}

// First strong isolate and its end: what stands between has its own direction (UAX 9, X5c). Browsers, mail and
// plain text all obey them, and <title> or an attribute could not hold a <bdi>.
const ISOLATE = '\u2068';
const END = '\u2069';
const FOREIGN = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Nd}]/u;

/** Compiles one ICU message. Throws a SyntaxError from the parser, or a TypeError for what Rowan does not use. */
export function compileMessage(text: string, lang: Lang, digits: Digits = 'latn'): Compiled {
  const tag = localeTag(lang, digits);
  const words = {
    lang,
    number: new Intl.NumberFormat(tag),
    percent: new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 }),
  };
  return sequence(parse(text), words, null);
}

function sequence(elements: MessageFormatElement[], words: Words, counted: string | null): Compiled {
  const steps = elements.map((element) => step(element, words, counted));
  return (args, out) => {
    for (const run of steps) run(args, out);
  };
}

function step(element: MessageFormatElement, words: Words, counted: string | null): Compiled {
  switch (element.type) {
    case TYPE.literal:
      return (_, out) => out(element.value);
    case TYPE.argument:
      return argument(element.value, words);
    case TYPE.number: {
      const format = element.style === 'percent' ? words.percent : words.number;
      return (args, out) => out(format.format(numberIn(args, element.value)));
    }
    case TYPE.pound: {
      if (counted === null) return (_, out) => out('#');
      return (args, out) => out(words.number.format(numberIn(args, counted)));
    }
    case TYPE.plural:
      return plural(element, words);
    case TYPE.select:
      return select(element, words, counted);
    case TYPE.tag:
      return tagged(element.value, sequence(element.children, words, counted));
    default:
      // A date needs a time zone, which no message knows: format it first and pass the words.
      throw new TypeError('dates and times go into a message as text');
  }
}

function argument(name: string, words: Words): Compiled {
  const isolates = languages[words.lang].dir === 'rtl';
  return (args, out) => {
    const value = args[name];
    if (value === undefined || typeof value === 'function') throw new TypeError(`message needs {${name}}`);
    if (typeof value === 'number') out(words.number.format(value));
    else if (isolates && typeof value === 'string' && FOREIGN.test(value)) out(`${ISOLATE}${value}${END}`);
    else out(value);
  };
}

function plural({ value: name, options, offset, pluralType }: PluralElement, words: Words): Compiled {
  const rules = new Intl.PluralRules(words.lang, { type: pluralType ?? 'cardinal' });
  const branches = new Map<string, Compiled>();
  for (const [category, option] of Object.entries(options)) {
    branches.set(category, sequence(option.value, words, name));
  }
  return (args, out) => {
    const n = numberIn(args, name);
    const branch = branches.get(`=${n}`) ?? branches.get(rules.select(n - offset)) ?? branches.get('other');
    if (offset === 0) branch?.(args, out);
    else branch?.({ ...args, [name]: n - offset }, out);
  };
}

function select({ value: name, options }: SelectElement, words: Words, counted: string | null): Compiled {
  const branches = new Map<string, Compiled>();
  for (const [choice, option] of Object.entries(options)) {
    branches.set(choice, sequence(option.value, words, counted));
  }
  return (args, out) => (branches.get(String(args[name])) ?? branches.get('other'))?.(args, out);
}

function tagged(name: string, inner: Compiled): Compiled {
  return <N>(args: PartArgs<N>, out: Sink<N>) => {
    const wrap = args[name];
    if (!isWrap(wrap)) {
      inner(args, out);
      return;
    }
    const children: (string | N)[] = [];
    inner(args, (part: string | N) => children.push(part));
    out(wrap(children));
  };
}

function isWrap<N>(value: Value | N | Wrap<N> | undefined): value is Wrap<N> {
  return typeof value === 'function';
}

function numberIn<N>(args: PartArgs<N>, name: string): number {
  const value = args[name];
  if (typeof value !== 'number') throw new TypeError(`message needs the number {${name}}`);
  return value;
}
