// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { atomically, type Ctx } from '#platform/ctx';
import { transaction } from '#platform/db';
import { isLang, type Lang, translator } from '#platform/i18n';
import { defineJob, enqueue, on } from '#platform/jobs';
import { queueMail } from '#platform/mail';
import { keyringOf, unboxField } from '#platform/seal';
import { readInstallation } from '#platform/setup';
import { recordPublished } from '../events.ts';
import { openKinds } from '../open-kinds.ts';
import { recordPath } from '../pages/address.ts';
import { kindOf } from '../registry.ts';
import { linkedTitles } from '../store/titles.ts';
import { reading, writing } from '../tables.ts';
import { newsAbout, type Subject } from './subject.ts';
import { forgetUnconfirmed, leaveToken, mailPlace } from './subscription.ts';

/** Six in the morning, UTC: so nobody gets more than one mail a day, however much is published. */
const HOUR = 6;

/** The next time at which news are sent. */
export function nextMorning(now: Date): Date {
  const at = new Date(now);
  at.setUTCHours(HOUR, 0, 0, 0);
  if (at <= now) at.setUTCDate(at.getUTCDate() + 1);
  return at;
}

const nothing = z.object({});

export const digestJob = defineJob({ name: 'records.digest', payload: nothing, run: sendNews });

export const forgetJob = defineJob({
  name: 'records.forget-unconfirmed',
  payload: nothing,
  cron: '35 1 * * *',
  run: forgetUnconfirmed,
});

/** Something was published: news go out in the morning, once for all of it. */
export const newsSubscription = on(recordPublished, 'records', (ctx) =>
  transaction(ctx.db, (tx) =>
    enqueue(tx, digestJob, { payload: {}, at: nextMorning(ctx.now), key: 'records.digest' }),
  ),
);

interface Row extends Subject {
  id: string;
  reader: Buffer;
  mail_box: Buffer;
  lang: string;
  origin: string;
  told_at: Date | null;
}

/** One mail to each inbox that confirmed, about what was published since its last one. Run again, it sends nothing twice. */
export async function sendNews(ctx: Ctx): Promise<void> {
  const rows: Row[] = await reading(ctx.db)
    .selectFrom('records.subscription')
    .select(['id', 'reader', 'mail_box', 'lang', 'origin', 'scheme', 'code', 'told_at'])
    .where('confirmed_at', 'is not', null)
    .where('told_at', '<', ctx.now)
    .orderBy('reader')
    .orderBy('asked_at')
    .execute();
  for (const own of Map.groupBy(rows, ({ reader }) => reader.toString('hex')).values())
    await sendTo(ctx, own);
}

async function sendTo(ctx: Ctx, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const site = await readInstallation(ctx.db);
  const kinds = openKinds(Object.keys(site.off));
  const found = new Map<number, Date>();
  for (const { told_at, ...subject } of rows)
    for (const { record, at } of await newsAbout(ctx.db, subject, {
      since: told_at ?? ctx.now,
      until: ctx.now,
      kinds,
    }))
      found.set(record, at);
  if (found.size === 0) return;
  const lang: Lang = isLang(first.lang) ? first.lang : 'en';
  const t = translator(lang);
  const leave = `${first.origin}/${lang}/subscribe/stop/${leaveToken(ctx.db, first.reader)}`;
  const lines = await newsLines(ctx, { lang, origin: first.origin, records: [...found.keys()] });
  await atomically(ctx, async (inner) => {
    const told = await writing(inner.db)
      .updateTable('records.subscription')
      .set({ told_at: ctx.now })
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .where('told_at', '<', ctx.now)
      .returning('id')
      .execute();
    // Ended meanwhile, or told by another worker.
    if (!told.some(({ id }) => id === first.id)) return;
    await queueMail(inner, {
      to: unboxField(keyringOf(inner.db), mailPlace(first.id), first.mail_box),
      subject: t('records.mail.news-subject', { site: site.name }),
      text: [
        t('records.mail.news', { site: site.name }),
        ...lines,
        t('records.mail.leave', { link: leave }),
      ].join('\n\n'),
      leave,
      purpose: 'news',
    });
  });
}

interface Told {
  lang: Lang;
  origin: string;
  records: readonly number[];
}

async function newsLines(ctx: Ctx, { lang, origin, records }: Told): Promise<string[]> {
  const titles = await linkedTitles(ctx.db, records, { lang, face: 0, level: 0 });
  return records.flatMap((id) => {
    const one = titles.get(id);
    if (one === undefined) return [];
    return [`${one.title}\n${origin}/${lang}${recordPath(kindOf(one.kind), id, one.title)}`];
  });
}
