// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import type { Db } from '#platform/db';
import { type Lang, translator } from '#platform/i18n';
import { queueMail } from '#platform/mail';
import { boxField, keyedLookup, keyringOf, randomBytes, sha256, toBase64url } from '#platform/seal';
import { reading, writing } from '../tables.ts';
import type { Subject } from './subject.ts';

/** After so many days an address that nobody confirmed is gone. */
export const WAIT_DAYS = 7;
const DAY = 86_400_000;
// More unanswered questions to one inbox would be a nuisance that somebody else made.
const MOST_WAITING = 5;

export const mailPlace = (id: string) => ({ kind: 'records.subscription', id });
const hashOf = (token: string) => sha256(Buffer.from(token));
const readerOf = (db: Db, mail: string) =>
  keyedLookup(keyringOf(db).mac, 'records-reader', mail.normalize('NFC').toLowerCase());

/** What stands in each mail to one address and ends its subscriptions; made anew from the keyring, never stored. */
export const leaveToken = (db: Db, reader: Buffer): string =>
  toBase64url(keyedLookup(keyringOf(db).mac, 'records-leave', reader.toString('hex')));

export interface Asked extends Subject {
  mail: string;
  lang: Lang;
  origin: string;
  siteName: string;
}

/**
 * Asks the inbox itself whether it wants these news: one neutral mail (H20). Whoever asks learns nothing of the address, in
 * particular not whether it gets news already.
 */
export function askForNews(ctx: Ctx, asked: Asked): Promise<void> {
  return atomically(ctx, async (inner) => {
    const reader = readerOf(inner.db, asked.mail);
    // Two presses at once are one question.
    await sql`select pg_advisory_xact_lock(hashtext(${reader.toString('hex')}))`.execute(writing(inner.db));
    if (!(await isQuestion(inner, reader, asked))) return;
    const token = await keepQuestion(inner, reader, asked);
    const { lang, origin, siteName: site } = asked;
    const t = translator(lang);
    await queueMail(inner, {
      to: asked.mail,
      subject: t('records.mail.confirm-subject', { site }),
      text: t('records.mail.confirm', {
        site,
        days: WAIT_DAYS,
        link: `${origin}/${lang}/subscribe/yes/${token}`,
      }),
      purpose: 'news-confirm',
    });
  });
}

/** Not what was confirmed or asked today already, nor one of too many that nobody answered. */
async function isQuestion(ctx: TxCtx, reader: Buffer, { scheme, code }: Subject): Promise<boolean> {
  const rows = await reading(ctx.db)
    .selectFrom('records.subscription')
    .select(['scheme', 'code', 'confirmed_at', 'asked_at'])
    .where('reader', '=', reader)
    .execute();
  const same = rows.find((row) => row.scheme === scheme && row.code === code);
  const waiting = rows.filter((row) => row.confirmed_at === null && row !== same);
  const isNew = same === undefined || (same.confirmed_at === null && age(same.asked_at, ctx.now) >= DAY);
  return isNew && waiting.length < MOST_WAITING;
}

async function keepQuestion(ctx: TxCtx, reader: Buffer, asked: Asked): Promise<string> {
  const { scheme, code, lang, origin, mail } = asked;
  const token = toBase64url(randomBytes(24));
  const id = randomUUID();
  const table = writing(ctx.db);
  await table
    .deleteFrom('records.subscription')
    .where('reader', '=', reader)
    .where('scheme', '=', scheme)
    .where('code', '=', code)
    .execute();
  await table
    .insertInto('records.subscription')
    .values({
      ...{ id, reader, lang, origin, scheme, code, confirmed_at: null, told_at: null },
      mail_box: boxField(keyringOf(ctx.db), mailPlace(id), mail),
      asked_at: ctx.now,
      confirm_hash: hashOf(token),
      leave_hash: hashOf(leaveToken(ctx.db, reader)),
    })
    .execute();
  return token;
}

const age = (since: Date, now: Date): number => now.getTime() - since.getTime();

/** What the token of a confirmation mail is about; null where it is none, or its time is over. */
export async function waitingFor(db: Db, token: string, now: Date): Promise<Subject | null> {
  const row = await reading(db)
    .selectFrom('records.subscription')
    .select(['scheme', 'code', 'asked_at'])
    .where('confirm_hash', '=', hashOf(token))
    .executeTakeFirst();
  if (row === undefined || age(row.asked_at, now) >= WAIT_DAYS * DAY) return null;
  return { scheme: row.scheme, code: row.code };
}

/** From now on this inbox gets these news. Answers whether there was anything to confirm. */
export function confirmNews(ctx: Ctx, token: string): Promise<boolean> {
  return atomically(ctx, async (inner) => {
    const row = await writing(inner.db)
      .updateTable('records.subscription')
      .set({ confirm_hash: null, confirmed_at: ctx.now, told_at: ctx.now })
      .where('confirm_hash', '=', hashOf(token))
      .where('asked_at', '>', new Date(ctx.now.getTime() - WAIT_DAYS * DAY))
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  });
}

/** Everything that an inbox gets, by the token in its mails. */
export async function newsOf(db: Db, token: string): Promise<(Subject & { id: string })[]> {
  return reading(db)
    .selectFrom('records.subscription')
    .select(['id', 'scheme', 'code'])
    .where('leave_hash', '=', hashOf(token))
    .where('confirmed_at', 'is not', null)
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
}

/** Ends one subscription of an inbox, or all of them with `id` null; nothing of them stays. */
export function endNews(ctx: Ctx, { token, id }: { token: string; id: string | null }): Promise<void> {
  return atomically(ctx, async (inner) => {
    await writing(inner.db)
      .deleteFrom('records.subscription')
      .where('leave_hash', '=', hashOf(token))
      .$if(id !== null, (query) => query.where('id', '=', id ?? ''))
      .execute();
  });
}

/** Forgets addresses that nobody confirmed. */
export function forgetUnconfirmed(ctx: Ctx): Promise<void> {
  return atomically(ctx, async (inner) => {
    await writing(inner.db)
      .deleteFrom('records.subscription')
      .where('confirmed_at', 'is', null)
      .where('asked_at', '<=', new Date(ctx.now.getTime() - WAIT_DAYS * DAY))
      .execute();
  });
}
