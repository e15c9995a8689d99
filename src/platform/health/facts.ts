// SPDX-License-Identifier: EUPL-1.2
import { statfs } from 'node:fs/promises';
import { emergencyUntil } from '#platform/auth';
import { lastBackup } from '#platform/backup';
import type { Ctx } from '#platform/ctx';
import type { Database } from '#platform/db';
import { type JobHealth, jobHealth, jobPause, type Pause } from '#platform/jobs';
import { type MailHealth, mailHealth } from '#platform/mail';
import {
  checkRegistry,
  keyringOf,
  membersOf,
  presentKeyList,
  recoveryRecords,
  TEAM_KEY_DAYS,
  teamKeyAges,
  vouchedUntil,
} from '#platform/seal';
import { type HelpLine, type Installation, readInstallation } from '#platform/setup';
import { reading } from './tables.ts';

/** What the page asks of the installation around it. */
export interface HealthServices {
  database: Pick<Database, 'facts'>;
  dataFolder: string;
  /** The keyring's file is a box under a key that does not lie beside it. */
  keyringProtected: boolean;
  /** What the room of cases says of its queue; nothing where there is no such room. */
  desk?: (ctx: Ctx) => Promise<QueueFacts>;
  /** What the room of the guard says of its resolver. */
  guard?: (ctx: Ctx) => Promise<GuardFacts>;
}

export interface GuardFacts {
  /** Of the ratings: served by another process, none published, none at hand, older ones at hand, the present ones. */
  state: 'elsewhere' | 'empty' | 'lacking' | 'behind' | 'fresh';
  /** When those at hand were published. */
  at: Date | null;
}

export interface QueueFacts {
  /** Reports that have no case yet: each is a child nobody will see in the queue. */
  withoutCase: number;
  /** Cases of danger that nobody opened in the promised minutes. */
  unopened: number;
  /** Open cases past their time. */
  late: number;
}

/** Everything the health page judges, read at one moment. Counts, days and codes; no names, no words. */
export interface HealthFacts {
  now: Date;
  database: Database['facts'];
  /** Bytes free where the data lies; null where the disk is not ours to see. */
  freeBytes: number | null;
  jobs: JobHealth;
  /** No job runs since a restore, until somebody says so at the console. */
  paused: Pause | null;
  mail: MailHealth;
  backupAt: Date | null;
  desk: QueueFacts;
  guard: GuardFacts;
  numbers: readonly Pick<HelpLine, 'id' | 'checkedOn'>[];
  contacts: readonly { checkedOn: string | null }[];
  recovery: { rehearsedAt: Date | null };
  /** Until which day the root vouches for what signs here; null for not at all, `forged` for a list of another root. */
  vouched: string | 'forged' | null;
  /** Until when the console lets both recovery halves be used, or null. */
  emergencyUntil: Date | null;
  keyringProtected: boolean;
  /** Public keys in the database that do not bear our mark. */
  wrongMarks: number;
  intakeAlarm: string | null;
  /** Peppers' names, which begin with the day they were made; the present one first. */
  peppers: readonly string[];
  chain: { at: Date; entries: number; badSeq: number | null } | null;
  passkeys: { allowed: boolean; synced: number };
  /** How many people could give each team's key to others. */
  keepers: { desk: number; custody: number };
  /** Teams whose old objects still move to a new key. */
  moving: number;
  /** The age of the oldest present key of a team in days, and how many are due for a new one. */
  teamKeys: { oldest: number; due: number };
}

export async function readHealth(ctx: Ctx, services: HealthServices): Promise<HealthFacts> {
  const { db, now } = ctx;
  const keyring = keyringOf(db);
  const site = await readInstallation(db);
  const { facts } = services.database;
  // First: a wrong mark raises the alarm that is read below.
  const wrongMarks = await checkRegistry(db, keyring);
  return {
    now,
    database: facts,
    freeBytes: await freeBytes(facts.folder ?? services.dataFolder),
    jobs: await jobHealth(db),
    paused: await jobPause(db),
    mail: await mailHealth(db),
    backupAt: (await lastBackup(db))?.at ?? null,
    desk: (await services.desk?.(ctx)) ?? { withoutCase: 0, unopened: 0, late: 0 },
    guard: (await services.guard?.(ctx)) ?? { state: 'elsewhere', at: null },
    numbers: site.numbers,
    contacts: [site.police, site.helpline, site.duty].flatMap((contact) => contact ?? []),
    recovery: await rehearsal(ctx),
    vouched: await vouched(ctx),
    emergencyUntil: await emergencyUntil(db, now),
    keyringProtected: services.keyringProtected,
    wrongMarks,
    intakeAlarm: keyring.intake.alarm?.code ?? null,
    peppers: keyring.peppers.map(({ id }) => id),
    chain: await lastChainCheck(ctx),
    passkeys: await passkeys(ctx, site),
    keepers: { desk: await keepersOf(ctx, 'desk'), custody: await keepersOf(ctx, 'custody') },
    moving: await countMoving(ctx),
    teamKeys: await teamKeys(ctx),
  };
}

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

async function rehearsal({ db }: Ctx): Promise<HealthFacts['recovery']> {
  const records = await recoveryRecords(db, keyringOf(db));
  return { rehearsedAt: records.find(({ state }) => state === 'active')?.rehearsed_at ?? null };
}

async function lastChainCheck({ db }: Ctx): Promise<HealthFacts['chain']> {
  const row = await reading(db)
    .selectFrom('platform.chain_check')
    .select(['at', 'entries', 'bad_seq as badSeq'])
    .executeTakeFirst();
  return row ?? null;
}

async function passkeys({ db }: Ctx, site: Installation): Promise<HealthFacts['passkeys']> {
  const rows = await reading(db)
    .selectFrom('platform.unlock')
    .select('kind')
    .where('synced', '=', true)
    .execute();
  return { allowed: site.passkeySynced === 'allow', synced: rows.length };
}

async function keepersOf({ db }: Ctx, team: 'desk' | 'custody'): Promise<number> {
  const members = await membersOf(db, keyringOf(db), team);
  return members.filter(({ canGrant }) => canGrant).length;
}

async function vouched({ db }: Ctx): Promise<HealthFacts['vouched']> {
  const keyring = keyringOf(db);
  const present = await presentKeyList(db, keyring);
  if (present === null) return null;
  return present.list === null ? 'forged' : vouchedUntil(present.list, keyring);
}

async function teamKeys({ db, now }: Ctx): Promise<HealthFacts['teamKeys']> {
  const ages = (await teamKeyAges(db, now)).map(({ days }) => days);
  return { oldest: Math.max(0, ...ages), due: ages.filter((days) => days >= TEAM_KEY_DAYS).length };
}

async function countMoving({ db }: Ctx): Promise<number> {
  const rows = await reading(db)
    .selectFrom('platform.team')
    .select('slug')
    .distinct()
    .where('state', '=', 'draining')
    .execute();
  return rows.length;
}
