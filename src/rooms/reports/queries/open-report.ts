// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import type { Ctx } from '#platform/ctx';
import { type Keys, openObject, openObjects } from '#platform/seal';
import { errors } from '../errors.ts';
import { letter, type Quick, type Reply, reply } from '../form/reply.ts';
import { type Contact, contact, notice, type Story, story } from '../form/story.ts';
import { type ReceiptRole, reading } from '../tables.ts';

/**
 * What the reporter told. Needs the keys of a member of the desk; throws `reports.need-keys` without any, and
 * what the seal throws for somebody who may not (`seal.no-key`).
 */
export async function openReport(ctx: Ctx, reportId: string): Promise<Story> {
  return open(ctx, { id: (await sealedIds(ctx, reportId)).story_id, shape: story });
}

/** Name, phone and mail. Opens for custody, or for whoever custody gave a lease on it. */
export async function openContact(ctx: Ctx, reportId: string): Promise<Contact> {
  return open(ctx, { id: (await sealedIds(ctx, reportId)).contact_id, shape: contact });
}

/** Where "You have a message" may go, or null: no mail was chosen, or the reporter asked us to stop. Never shown. */
export async function notifyAddress(ctx: Ctx, reportId: string): Promise<string | null> {
  const { notify_id, quiet } = await sealedIds(ctx, reportId);
  if (quiet) return null;
  const { email } = await open(ctx, { id: notify_id, shape: notice });
  return email === '' ? null : email;
}

/** One message of a talk, as the desk reads it. */
export interface DeskMessage {
  id: string;
  role: ReceiptRole;
  dir: 'in' | 'out';
  at: Date;
  kind: Reply['kind'] | 'letter';
  words: string;
  quick: Quick | null;
  links: string[];
  /** Of the person who wrote it; empty for the reporter's own. */
  alias: string;
}

/** Every talk of a report, oldest first. Needs the keys of a member of the desk. */
export async function threadOf(ctx: Ctx, reportId: string): Promise<DeskMessage[]> {
  const rows = await reading(ctx.db)
    .selectFrom('reports.message as message')
    .innerJoin('reports.receipt as receipt', 'receipt.id', 'message.receipt_id')
    .select(['message.object_id', 'message.dir', 'message.at', 'receipt.role'])
    .where('message.report_id', '=', reportId)
    .orderBy('message.seq')
    .execute();
  const opened = await openObjects(
    ctx.db,
    keysOf(ctx),
    rows.map(({ object_id }) => object_id),
  );
  return rows.flatMap(({ object_id: id, dir, at, role }): DeskMessage[] => {
    const plain = opened.get(id)?.plain;
    if (plain === undefined) return [];
    if (dir === 'out') {
      const { alias, words } = wiped(plain, letter);
      return [{ id, role, dir, at, kind: 'letter', words, quick: null, links: [], alias }];
    }
    const { kind, words, quick, links } = wiped(plain, reply);
    return [{ id, role, dir, at, kind, words, quick, links, alias: '' }];
  });
}

function sealedIds(ctx: Ctx, reportId: string) {
  return reading(ctx.db)
    .selectFrom('reports.report')
    .select(['story_id', 'contact_id', 'notify_id', 'quiet'])
    .where('id', '=', reportId)
    .executeTakeFirstOrThrow(() => errors('not-found'));
}

async function open<T>(ctx: Ctx, { id, shape }: { id: string; shape: z.ZodType<T> }): Promise<T> {
  const { plain } = await openObject(ctx.db, keysOf(ctx), id);
  return wiped(plain, shape);
}

function keysOf(ctx: Ctx): Keys {
  if (ctx.keys === null) throw errors('need-keys');
  return ctx.keys;
}

function wiped<T>(plain: Buffer, shape: z.ZodType<T>): T {
  try {
    return shape.parse(JSON.parse(plain.toString('utf8')));
  } finally {
    plain.fill(0);
  }
}
