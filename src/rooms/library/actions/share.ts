// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import { createRecord, type Facts, saveFacts, saveWords, type Words } from '#platform/records';
import { boxField, keyringOf, makeReceiptCode } from '#platform/seal';
import { readInstallation } from '#platform/setup';
import { errors } from '../errors.ts';
import { codeLookup, messagePlace, type OpenSubmission } from '../queries/submissions.ts';
import { type Shared, sharedFields, sharedKind } from '../share-kinds.ts';
import { reading, writing } from '../tables.ts';

const DAY_MS = 86_400_000;

export interface Sent {
  /** Made with the form, so that one sent twice is one. */
  id: string;
  kind: Shared;
  tongue: string;
  facts: Facts;
  words: Words;
  credit: string | null;
}

/** Keeps what a stranger shared as a draft. Answers the code to come back with. Throws `library.sent-already`. */
export async function share(ctx: Ctx, sent: Sent): Promise<string> {
  const code = makeReceiptCode();
  await atomically(ctx, async (inner) => {
    const there = await reading(inner.db)
      .selectFrom('library.submission')
      .select('id')
      .where('id', '=', sent.id)
      .executeTakeFirst();
    if (there !== undefined) throw errors('sent-already');
    const { kind, tongue, facts, words } = sent;
    const { id: record } = await createRecord(inner, { kind, tongue, facts, words, via: 'stranger' });
    await writing(inner.db)
      .insertInto('library.submission')
      .values({
        id: sent.id,
        record,
        lookup: codeLookup(inner.db, code),
        sent_on: dayOf(inner.now),
        until: await codeUntil(inner),
      })
      .execute();
    if (sent.credit !== null) await thank(inner, record, sent.credit);
    inner.audit({ act: 'library.share', kind: 'library.submission', id: sent.id, code: kind });
  });
  return code;
}

/** Under which name the page of a record thanks; null for none. */
export async function thank(ctx: TxCtx, record: number, name: string | null): Promise<void> {
  const db = writing(ctx.db);
  await db.deleteFrom('library.credit').where('record', '=', record).execute();
  if (name !== null) await db.insertInto('library.credit').values({ record, name }).execute();
}

/** The code lives on from each visit. */
export async function visit(ctx: Ctx, submission: string): Promise<void> {
  await atomically(ctx, async (inner) => {
    await writing(inner.db)
      .updateTable('library.submission')
      .set({ until: await codeUntil(inner) })
      .where('id', '=', submission)
      .execute();
  });
}

/** The sender answers, or the reviewer asks: `out` is what the reviewer writes. */
export async function writeMessage(
  ctx: TxCtx,
  { submission, dir, words }: { submission: string; dir: 'in' | 'out'; words: string },
): Promise<void> {
  const id = randomUUID();
  await writing(ctx.db)
    .insertInto('library.submission_message')
    .values({
      id,
      submission,
      dir,
      words: boxField(keyringOf(ctx.db), messagePlace(id), words),
      at: new Date(Math.floor(ctx.now.getTime() / 60_000) * 60_000),
    })
    .execute();
  await writing(ctx.db)
    .updateTable('library.submission')
    .set({ asked: dir === 'out' })
    .where('id', '=', submission)
    .execute();
  ctx.audit({ act: 'library.share-talk', kind: 'library.submission', id: submission, code: dir });
}

/** The sender's answer. */
export function answer(ctx: Ctx, { row }: OpenSubmission, words: string): Promise<void> {
  return atomically(ctx, (inner) => writeMessage(inner, { submission: row.id, dir: 'in', words }));
}

export interface Edit {
  facts: Facts;
  words: Words;
  /** The revisions that the form was opened on. */
  bases: { facts: number; words: number };
}

/**
 * The sender changes their draft: the fields of the short form alone. Throws `library.clash` where a reviewer changed the
 * same place meanwhile, and `library.in-review` once it is being reviewed or is published; nothing is saved then.
 */
export async function editShared(ctx: Ctx, open: OpenSubmission, edit: Edit): Promise<void> {
  const { record, standing } = open;
  const kind = sharedKind(record.kind);
  if (kind === null || (standing !== 'waits' && standing !== 'asked')) throw errors('in-review');
  const asked = new Set(sharedFields(kind));
  const rest = (body: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(body).filter(([name]) => !asked.has(name)));
  const words = record.words[record.tongue]?.body ?? {};
  // The code is the sender's right to their own draft; what they save is marked as a stranger's.
  const sender: Ctx = { ...ctx, actor: { kind: 'system', name: 'library.sender' } };
  await atomically(sender, async (inner) => {
    const facts = { ...rest(record.facts), ...edit.facts };
    const said = { ...rest(words), ...edit.words };
    const kept = [
      await saveFacts(inner, { record: record.id, base: edit.bases.facts, facts, via: 'stranger' }),
      await saveWords(inner, {
        record: record.id,
        lang: record.tongue,
        base: edit.bases.words,
        words: said,
        via: 'stranger',
      }),
    ];
    if (kept.some(({ ok }) => !ok)) throw errors('clash');
  });
}

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

async function codeUntil(ctx: TxCtx): Promise<string> {
  const { retention } = await readInstallation(ctx.db);
  return dayOf(new Date(ctx.now.getTime() + retention.codeDays * DAY_MS));
}
