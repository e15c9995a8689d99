// SPDX-License-Identifier: EUPL-1.2
import { startSession } from '#platform/auth';
import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import {
  findReceipt,
  keyringOf,
  openReceipt,
  openReceiptWithWord,
  type ReceiptCandidate,
  type Secret,
  sealReceipt,
  tidySecretWord,
  wordTry,
} from '#platform/seal';
import { readInstallation } from '#platform/setup';
import { type DraftPlace, dropDraft, readDraft, startDraft } from '../drafts/draft-store.ts';
import { dayOf, mondayAfter } from '../progress/clock.ts';
import { type ReceiptRow, reading, writing } from '../tables.ts';

/** Wrong words in a row before one has to wait, and how long. After twenty only the desk can help. */
const WORD_TRIES = 5;
const WORD_WAIT = 15 * 60_000;

/** `open` and `word` carry the cookie line of the new session; unknown, ended and locked codes are all null. */
export type CodeAnswer = { to: 'open' | 'word'; cookie: string } | null;

/** Opens a report by its code: one slow hash, whatever the answer. `code` is sixteen digits, already checked. */
export async function openCode(ctx: Ctx, code: string): Promise<CodeAnswer> {
  const candidates = await findReceipt(keyringOf(ctx.db), code);
  try {
    const found = await findRow(ctx, candidates);
    if (found === null) return null;
    const { row, candidate } = found;
    return await atomically(ctx, async (inner): Promise<CodeAnswer> => {
      if (row.word_salt !== null) {
        const draft = { kind: 'word', code, receipt: row.id } as const;
        return { to: 'word', cookie: (await startDraft(inner.db, inner.now, draft)).cookie };
      }
      using priv = openReceipt(row, candidate);
      return { to: 'open', cookie: await visit(inner, { row, priv, code }) };
    });
  } finally {
    for (const { kek } of candidates) kek.dispose();
  }
}

async function findRow(ctx: Ctx, candidates: readonly ReceiptCandidate[]) {
  const lookups = candidates.map(({ lookup }) => lookup);
  const rows = await reading(ctx.db)
    .selectFrom('reports.receipt')
    .selectAll()
    .where('lookup', 'in', lookups)
    .execute();
  for (const candidate of candidates) {
    const row = rows.find(
      (one) => one.pepper_id === candidate.pepper_id && one.lookup.equals(candidate.lookup),
    );
    if (row !== undefined && isLive(row, ctx.now)) return { row, candidate };
  }
  return null;
}

function isLive(row: ReceiptRow, now: Date): boolean {
  return row.access_until > dayOf(now) && wordTry({ inWindow: 0, inAll: row.word_tries }) !== 'closed';
}

/** What came of a secret word. `left` counts the tries before one has to wait. */
export type WordAnswer =
  | { to: 'open'; cookie: string }
  | { to: 'wrong'; left: number }
  | { to: 'wait' | 'closed' | 'lost' };

/** Tries the secret word for the code that was given a moment ago in the same browser. */
export async function tryWord(ctx: Ctx, place: DraftPlace, typed: string): Promise<WordAnswer> {
  const draft = await readDraft(ctx.db, place, ctx.now);
  if (draft === null || draft === 'over' || draft.kind !== 'word') return { to: 'lost' };
  const row = await takeTry(ctx, draft.receipt);
  if ('to' in row) return row;
  const word = tidySecretWord(typed) ?? '';
  using priv = await openReceiptWithWord(keyringOf(ctx.db), row, { code: draft.code, word });
  if (priv === null) return wrongWord(row.word_tries);
  return await atomically(ctx, async (inner): Promise<WordAnswer> => {
    await dropDraft(inner.db, place);
    return { to: 'open', cookie: await visit(inner, { row, priv, code: draft.code, word }) };
  });
}

// A try counts before the slow hash and not after it: else everybody who asks at once has every try for themselves.
function takeTry(ctx: Ctx, receiptId: string): Promise<ReceiptRow | WordAnswer> {
  return atomically(ctx, async (inner): Promise<ReceiptRow | WordAnswer> => {
    const row = await writing(inner.db)
      .selectFrom('reports.receipt')
      .selectAll()
      .where('id', '=', receiptId)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return { to: 'lost' };
    const waits = row.word_wait !== null && row.word_wait > inner.now;
    const inWindow = waits ? WORD_TRIES : row.word_tries % WORD_TRIES;
    const may = wordTry({ inWindow, inAll: row.word_tries });
    if (may !== 'open') return { to: may };
    const tries = row.word_tries + 1;
    const word_wait = tries % WORD_TRIES === 0 ? new Date(inner.now.getTime() + WORD_WAIT) : row.word_wait;
    await writing(inner.db)
      .updateTable('reports.receipt')
      .set({ word_tries: tries, word_wait })
      .where('id', '=', receiptId)
      .execute();
    return { ...row, word_tries: tries };
  });
}

function wrongWord(tries: number): WordAnswer {
  if (tries % WORD_TRIES !== 0) return { to: 'wrong', left: WORD_TRIES - (tries % WORD_TRIES) };
  return { to: wordTry({ inWindow: WORD_TRIES, inAll: tries }) === 'closed' ? 'closed' : 'wait' };
}

interface Visit {
  row: ReceiptRow;
  priv: Secret;
  code: string;
  word?: string;
}

// A visit lets the code live on, and moves it under the present pepper, so that the old one can be erased.
async function visit(ctx: TxCtx, { row, priv, code, word }: Visit): Promise<string> {
  const keyring = keyringOf(ctx.db);
  const site = await readInstallation(ctx.db);
  const old = row.pepper_id !== keyring.pepper.id;
  const sealed = { id: row.id, code, priv, ...(word === undefined ? {} : { word }) };
  const renewed = old ? await sealReceipt(keyring, sealed) : {};
  await writing(ctx.db)
    .updateTable('reports.receipt')
    .set({
      ...renewed,
      access_until: mondayAfter(ctx.now, site.retention.codeDays),
      word_tries: 0,
      word_wait: null,
    })
    .where('id', '=', row.id)
    .execute();
  return startSession(ctx.db, ctx.now, { kind: 'receipt', holder: row.id, privateKey: priv });
}
