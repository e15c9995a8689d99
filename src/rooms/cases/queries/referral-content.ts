// SPDX-License-Identifier: EUPL-1.2

import { z } from 'zod';
import type { Ctx } from '#platform/ctx';
import { formatDateTime, type MessageKey } from '#platform/i18n';
import { openObject, openObjects } from '#platform/seal';
import { readInstallation } from '#platform/setup';
import { openReport, type Story, threadOf } from '#reports';
import { errors } from '../errors.ts';
import { labelOf } from '../rules/label.ts';
import type { Shared } from '../rules/referral.ts';
import type { Refer } from '../schema.ts';
import { reading } from '../tables.ts';
import { caseAddresses, keysOf, wiped } from './addresses.ts';
import type { LedgerRow } from './ledger.ts';
import { reportIds } from './reports.ts';

/** What the other side sees, field by field: nothing else of the case is in a referral. */
export interface ReferralContent {
  to: { name: string; phone: string; email: string };
  law: string;
  lines: { label: string; text: string }[];
}

/** What a referral holds under its seal. */
const sealedContent = z.object({
  v: z.literal(1),
  to: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
  law: z.string(),
  lines: z.array(z.object({ label: z.string(), text: z.string() })),
});

const sealedReference = z.object({ v: z.literal(1), reference: z.string() });

/** Opens a referral as it was written, field by field. Needs the desk's keys. Throws `cases.not-found`. */
export async function openReferral(
  ctx: Ctx,
  { caseId, id }: { caseId: string; id: string },
): Promise<ReferralContent> {
  const row = await reading(ctx.db)
    .selectFrom('cases.referral')
    .select('words_id')
    .where('id', '=', id)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (row === undefined) throw errors('not-found');
  const { plain } = await openObject(ctx.db, keysOf(ctx), row.words_id);
  return wiped(plain, sealedContent);
}

/** What the other side calls each referral, by the id of its line, where somebody wrote it down. Needs the desk's keys. */
export async function openReferences(ctx: Ctx, ledger: readonly LedgerRow[]): Promise<Map<string, string>> {
  const ids = ledger.flatMap(({ reference_id }) => reference_id ?? []);
  const opened = await openObjects(ctx.db, keysOf(ctx), ids);
  return new Map(
    ledger.flatMap(({ id, reference_id }): [string, string][] => {
      const plain = opened.get(reference_id ?? '')?.plain;
      return plain === undefined ? [] : [[id, wiped(plain, sealedReference).reference]];
    }),
  );
}

/** The most addresses that one referral carries; more go in another. */
const MOST = 500;

/**
 * Puts a referral together from what was ticked, in the words of the page. The preview and what is sealed and sent
 * both come from here. Needs the desk's keys.
 */
export async function referralContent(ctx: Ctx, caseId: string, input: Refer): Promise<ReferralContent> {
  const lines = [{ label: ctx.t('cases.refer.our-name'), text: labelOf(caseId) }];
  const file = input.shared.length === 0 ? null : await openFile(ctx, caseId);
  for (const field of input.shared) {
    const text = file === null ? '' : await textOf(ctx, { field, file, input, caseId });
    if (text !== '') lines.push({ label: ctx.t(`cases.shared.${field}` as MessageKey), text });
  }
  // Preserve, then remove (hotline.md R6): what a platform deletes at once, no police ever sees.
  if (input.body === 'platform')
    lines.push({ label: ctx.t('cases.refer.keep-title'), text: ctx.t('cases.refer.keep') });
  return { to: await addressee(ctx, input), law: input.law, lines };
}

/** Police and helpline are those of set-up, called and checked there; any other body is named by hand. */
async function addressee(ctx: Ctx, { body, name }: Refer): Promise<ReferralContent['to']> {
  const site = await readInstallation(ctx.db);
  const contact = body === 'police' ? site.police : body === 'helpline' ? site.helpline : null;
  if (contact === null) return { name, phone: '', email: '' };
  const approved = contact.checkedOn !== null;
  return {
    name: name === '' ? contact.name : `${contact.name}, ${name}`,
    phone: contact.phone,
    email: approved ? contact.email : '',
  };
}

interface File {
  stories: { id: string; story: Story }[];
}

async function openFile(ctx: Ctx, caseId: string): Promise<File> {
  const stories: File['stories'] = [];
  for (const id of await reportIds(ctx, caseId)) stories.push({ id, story: await openReport(ctx, id) });
  return { stories };
}

interface Field {
  field: Shared;
  file: File;
  input: Refer;
  caseId: string;
}

async function textOf(ctx: Ctx, { field, file, input, caseId }: Field): Promise<string> {
  const each = (say: (story: Story) => string) =>
    file.stories
      .map(({ story }) => say(story))
      .filter((text) => text !== '')
      .join('\n\n');
  const label = (key: string) => ctx.t(key as MessageKey);
  switch (field) {
    case 'summary':
      return input.summary;
    case 'harm':
      return harmText(ctx, caseId);
    case 'addresses': {
      const all = await caseAddresses(ctx, { caseId, most: MOST });
      return all.map(({ harmless }) => harmless).join('\n');
    }
    case 'age':
      return each(({ who, age }) => [label(`cases.who.${who}`), age ?? ''].filter(Boolean).join(', '));
    case 'safety':
      return each(({ safe }) => (safe === null ? '' : label(`cases.safe.${safe}`)));
    case 'words':
      return each(({ where, words }) => [where, words].filter(Boolean).join('\n'));
    case 'talk':
      return talkText(ctx, file);
    case 'times':
      return timesText(ctx, caseId);
  }
}

async function harmText(ctx: Ctx, caseId: string): Promise<string> {
  const row = await reading(ctx.db)
    .selectFrom('cases.case')
    .select(['harm', 'legal', 'severity'])
    .where('id', '=', caseId)
    .executeTakeFirst();
  if (row?.harm == null || row.legal === null || row.severity === null) return '';
  const { t } = ctx;
  return [
    t(`cases.harm.${row.harm}` as MessageKey),
    t(`cases.legal.${row.legal}` as MessageKey),
    t('cases.severity.of', { n: row.severity }),
  ].join('\n');
}

async function talkText(ctx: Ctx, { stories }: File): Promise<string> {
  const said: string[] = [];
  for (const { id } of stories) {
    for (const { dir, words } of await threadOf(ctx, id)) {
      const who = ctx.t(dir === 'in' ? 'cases.talk.reporter' : 'cases.talk.desk');
      if (words !== '') said.push(`${who}: ${words}`);
    }
  }
  return said.join('\n');
}

async function timesText(ctx: Ctx, caseId: string): Promise<string> {
  const { timeZone } = await readInstallation(ctx.db);
  const row = await reading(ctx.db)
    .selectFrom('cases.case')
    .select('received_at')
    .where('id', '=', caseId)
    .executeTakeFirst();
  return row === undefined
    ? ''
    : formatDateTime(row.received_at, { lang: ctx.t.lang, timeZone: timeZone === '' ? 'UTC' : timeZone });
}
