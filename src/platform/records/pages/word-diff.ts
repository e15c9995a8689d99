// SPDX-License-Identifier: EUPL-1.2

/** A piece of two texts side by side: in both, only in the old, or only in the new. */
export interface Piece {
  how: 'same' | 'gone' | 'new';
  text: string;
}

// Above it the table of common words would take more memory than a page is worth; both texts then stand whole.
const MOST_CELLS = 4_000_000;

/** What changed between two texts, word by word as the language cuts them. Joined, `same` and `new` are `after`. Pure. */
export function wordDiff(before: string, after: string, lang: string): Piece[] {
  const [a, b] = [cut(before, lang), cut(after, lang)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const middle = between(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const pieces: Piece[] = [
    { how: 'same', text: a.slice(0, start).join('') },
    ...middle,
    { how: 'same', text: a.slice(a.length - end).join('') },
  ];
  return calm(joined(pieces));
}

function cut(text: string, lang: string): string[] {
  return [...new Intl.Segmenter(lang === '' ? 'en' : lang, { granularity: 'word' }).segment(text)].map(
    ({ segment }) => segment,
  );
}

function between(a: readonly string[], b: readonly string[]): Piece[] {
  if (a.length * b.length > MOST_CELLS) {
    return [
      { how: 'gone', text: a.join('') },
      { how: 'new', text: b.join('') },
    ];
  }
  return walk(a, b, longest(a, b));
}

/** `table[i * width + j]`: how many words `a` from i and `b` from j have in common, in order. */
function longest(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return table;
}

function walk(a: readonly string[], b: readonly string[], table: Uint16Array): Piece[] {
  const width = b.length + 1;
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const down = table[(i + 1) * width + j] ?? 0;
    const right = table[i * width + j + 1] ?? 0;
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ how: 'same', text: a[i++] ?? '' });
      j++;
    } else if (j === b.length || (i < a.length && down >= right)) {
      pieces.push({ how: 'gone', text: a[i++] ?? '' });
    } else {
      pieces.push({ how: 'new', text: b[j++] ?? '' });
    }
  }
  return pieces;
}

interface Change {
  gone: string;
  new: string;
  /** What follows in both texts before the next change. */
  after: string;
}

/** Lone words in common between longer changes make two texts of one sentence unreadable; they count as changed. */
function calm(pieces: readonly Piece[]): Piece[] {
  const [first, ...rest] = pieces;
  const start = first?.how === 'same' ? first.text : '';
  const changes: Change[] = [];
  for (const { how, text } of start === '' ? pieces : rest) {
    const last = changes.at(-1);
    if (how === 'same') {
      if (last !== undefined) last.after += text;
    } else if (last === undefined || last.after !== '') {
      fold(changes);
      changes.push({ gone: '', new: '', after: '', [how]: text });
    } else last[how] += text;
  }
  fold(changes);
  return joined([
    { how: 'same', text: start },
    ...changes.flatMap((one): Piece[] => [
      { how: 'gone', text: one.gone },
      { how: 'new', text: one.new },
      { how: 'same', text: one.after },
    ]),
  ]);
}

const weight = (one: Change) => Math.max(one.gone.length, one.new.length);

/** Joins the last changes as long as what stands between two of them is shorter than both. */
function fold(changes: Change[]): void {
  for (;;) {
    const [before, last] = changes.slice(-2);
    if (before === undefined || last === undefined) return;
    if (before.after.length > Math.min(weight(before), weight(last))) return;
    changes.splice(-2, 2, {
      gone: before.gone + before.after + last.gone,
      new: before.new + before.after + last.new,
      after: last.after,
    });
  }
}

function joined(pieces: readonly Piece[]): Piece[] {
  const list: Piece[] = [];
  for (const piece of pieces) {
    const last = list.at(-1);
    if (piece.text === '') continue;
    if (last?.how === piece.how) last.text += piece.text;
    else list.push({ ...piece });
  }
  return list;
}
