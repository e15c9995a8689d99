// SPDX-License-Identifier: EUPL-1.2
import type { MessageArgs, MessageKey } from '#platform/i18n';
import type { HealthFacts } from './facts.ts';

export type Light = 'ok' | 'yellow' | 'red';

/** One thing that was looked at: how it stands, in words; the light only agrees with them. */
export interface Finding {
  name: string;
  light: Light;
  message: MessageKey;
  args?: MessageArgs;
  /** A moment the words speak of, for the page to put into the place's own time. */
  at?: Date;
  /** Where something can be done about it: a path without language. */
  path?: string;
}

const DAY = 86_400_000;
const GIB = 1024 ** 3;

/** Below the first the form closes by itself; below the second somebody should look (ground.md 10). */
const DISK = { red: GIB, yellow: 5 * GIB };
const BACKUP_DAYS = { red: 7, yellow: 2 };
const NUMBER_DAYS = 90;
const REHEARSAL_DAYS = 200;
const SIGNING_DAYS = 30;
const CHAIN_DAYS = 8;
const PEPPER_DAYS = { red: 365, yellow: 100 };
const KEEPERS = 2;

/** Judges every fact by its written rule, the worst first. */
export function judge(facts: HealthFacts): Finding[] {
  const order: Light[] = ['red', 'yellow', 'ok'];
  const all = [...work(facts), ...machine(facts), ...keys(facts), ...promises(facts)];
  return order.flatMap((light) => all.filter((finding) => finding.light === light));
}

const age = (facts: HealthFacts, at: Date): number => Math.floor((facts.now.getTime() - at.getTime()) / DAY);

function work(facts: HealthFacts): Finding[] {
  const { jobs, mail, paused } = facts;
  const { withoutCase, unopened, late } = facts.desk;
  const jobLight: Light = jobs.red.length > 0 ? 'red' : jobs.amber.length > 0 ? 'yellow' : 'ok';
  const names = (list: { job: string }[]) => [...new Set(list.map(({ job }) => job))].join(', ');
  return [
    {
      name: 'cases',
      light: withoutCase > 0 ? 'red' : 'ok',
      message: withoutCase > 0 ? 'health.cases.red' : 'health.cases.ok',
      args: { n: withoutCase },
    },
    {
      name: 'late',
      light: unopened > 0 ? 'red' : late > 0 ? 'yellow' : 'ok',
      message: unopened > 0 ? 'health.late.red' : late > 0 ? 'health.late.yellow' : 'health.late.ok',
      args: { n: unopened > 0 ? unopened : late },
      path: '/desk',
    },
    {
      name: 'jobs',
      light: jobLight,
      message: `health.jobs.${jobLight}`,
      args: { waiting: jobs.waiting, jobs: names(jobLight === 'red' ? jobs.red : jobs.amber) },
    },
    {
      name: 'paused',
      light: paused === null ? 'ok' : 'red',
      message: paused === null ? 'health.paused.ok' : 'health.paused.red',
      ...(paused === null ? {} : { at: paused.since }),
    },
    {
      name: 'mail',
      light: mail.failed > 0 ? 'red' : 'ok',
      message: mail.failed > 0 ? 'health.mail.red' : 'health.mail.ok',
      args: { failed: mail.failed, waiting: mail.waiting },
      path: '/desk/mail',
    },
  ];
}

function machine(facts: HealthFacts): Finding[] {
  const { database, freeBytes, backupAt } = facts;
  const separated = database.auditOwnerSeparated;
  return [
    {
      name: 'database',
      light: 'ok',
      message: database.embedded ? 'health.database.own' : 'health.database.foreign',
      args: { version: versionOf(database.version) },
    },
    {
      name: 'role',
      light: database.appRole === 'login' ? 'ok' : 'yellow',
      message: `health.role.${database.appRole}`,
    },
    {
      name: 'audit-owner',
      light: separated ? 'ok' : 'yellow',
      message: separated ? 'health.audit-owner.ok' : 'health.audit-owner.yellow',
    },
    disk(freeBytes),
    backup(facts, backupAt),
    guard(facts),
  ];
}

/** 180004 is 18.4. */
const versionOf = (version: number): string => `${Math.floor(version / 10_000)}.${version % 10_000}`;

function disk(freeBytes: number | null): Finding {
  if (freeBytes === null) return { name: 'disk', light: 'yellow', message: 'health.disk.unknown' };
  const light: Light = freeBytes < DISK.red ? 'red' : freeBytes < DISK.yellow ? 'yellow' : 'ok';
  const gib = Math.floor((freeBytes / GIB) * 10) / 10;
  return { name: 'disk', light, message: `health.disk.${light}`, args: { gib } };
}

function backup(facts: HealthFacts, at: Date | null): Finding {
  if (at === null) return { name: 'backup', light: 'red', message: 'health.backup.none' };
  const days = age(facts, at);
  const light: Light = days >= BACKUP_DAYS.red ? 'red' : days >= BACKUP_DAYS.yellow ? 'yellow' : 'ok';
  return {
    name: 'backup',
    light,
    message: light === 'ok' ? 'health.backup.ok' : 'health.backup.old',
    args: { days },
    at,
  };
}

const GUARD_LIGHTS = {
  elsewhere: 'ok',
  fresh: 'ok',
  empty: 'yellow',
  behind: 'yellow',
  lacking: 'red',
} as const;

function guard({ guard: { state, at } }: HealthFacts): Finding {
  const finding = { name: 'guard', light: GUARD_LIGHTS[state], message: `health.guard.${state}` } as const;
  return at === null ? finding : { ...finding, at };
}

function keys(facts: HealthFacts): Finding[] {
  const { wrongMarks, intakeAlarm, keyringProtected, keepers, moving, teamKeys } = facts;
  const broken = wrongMarks > 0 || intakeAlarm !== null;
  const few = Math.min(keepers.desk, keepers.custody) < KEEPERS;
  return [
    {
      name: 'registry',
      light: broken ? 'red' : 'ok',
      message: broken ? 'health.registry.red' : 'health.registry.ok',
      args: { n: wrongMarks },
    },
    {
      name: 'keyring',
      light: keyringProtected ? 'ok' : 'yellow',
      message: keyringProtected ? 'health.keyring.ok' : 'health.keyring.yellow',
    },
    pepper(facts),
    recovery(facts),
    signing(facts),
    emergency(facts.emergencyUntil),
    {
      name: 'keepers',
      light: few ? 'yellow' : 'ok',
      message: few ? 'health.keepers.yellow' : 'health.keepers.ok',
      args: keepers,
      path: '/desk/people',
    },
    {
      name: 'moving',
      light: moving > 0 ? 'yellow' : 'ok',
      message: moving > 0 ? 'health.moving.yellow' : 'health.moving.ok',
      path: '/desk/keys',
    },
    rotation(teamKeys),
    passkeys(facts),
    chain(facts),
  ];
}

function signing({ vouched, now }: HealthFacts): Finding {
  const item = { name: 'signing', path: '/desk/recovery' };
  if (vouched === 'forged') return { ...item, light: 'red', message: 'health.signing.red' };
  const until = vouched === null ? null : new Date(`${vouched}T00:00:00Z`);
  if (until === null || until.getTime() - now.getTime() < SIGNING_DAYS * DAY)
    return { ...item, light: 'yellow', message: 'health.signing.yellow' };
  return { ...item, light: 'ok', message: 'health.signing.ok', at: until };
}

function emergency(until: Date | null): Finding {
  const name = 'emergency';
  if (until === null) return { name, light: 'ok', message: 'health.emergency.ok' };
  return { name, light: 'red', message: 'health.emergency.red', at: until };
}

function rotation({ oldest, due }: HealthFacts['teamKeys']): Finding {
  return {
    name: 'rotation',
    light: due > 0 ? 'yellow' : 'ok',
    message: due > 0 ? 'health.rotation.yellow' : 'health.rotation.ok',
    args: { days: oldest, n: due },
    path: '/desk/keys',
  };
}

function pepper(facts: HealthFacts): Finding {
  const ages = facts.peppers.map((name) => age(facts, new Date(`${name.slice(0, 10)}T00:00:00Z`)));
  const [present = 0] = ages;
  const oldest = Math.max(present, ...ages);
  const light: Light = oldest >= PEPPER_DAYS.red ? 'red' : present >= PEPPER_DAYS.yellow ? 'yellow' : 'ok';
  return { name: 'pepper', light, message: `health.pepper.${light}`, args: { present, oldest } };
}

function recovery(facts: HealthFacts): Finding {
  const at = facts.recovery.rehearsedAt;
  const path = '/desk/recovery';
  if (at === null) return { name: 'recovery', light: 'red', message: 'health.recovery.red', path };
  const old = age(facts, at) > REHEARSAL_DAYS;
  return {
    name: 'recovery',
    light: old ? 'yellow' : 'ok',
    message: old ? 'health.recovery.yellow' : 'health.recovery.ok',
    args: { days: age(facts, at) },
    at,
    path,
  };
}

function passkeys({ passkeys: { allowed, synced } }: HealthFacts): Finding {
  const light: Light = synced > 0 && !allowed ? 'yellow' : 'ok';
  const message = !allowed
    ? synced > 0
      ? 'health.passkeys.against'
      : 'health.passkeys.refused'
    : 'health.passkeys.allowed';
  return { name: 'passkeys', light, message, args: { n: synced } };
}

function chain(facts: HealthFacts): Finding {
  const found = facts.chain;
  if (found === null) return { name: 'chain', light: 'yellow', message: 'health.chain.never' };
  const { at, badSeq } = found;
  if (badSeq !== null) {
    return { name: 'chain', light: 'red', message: 'health.chain.broken', args: { seq: badSeq }, at };
  }
  const old = age(facts, at) > CHAIN_DAYS;
  return {
    name: 'chain',
    light: old ? 'yellow' : 'ok',
    message: old ? 'health.chain.old' : 'health.chain.ok',
    args: { entries: found.entries },
    at,
  };
}

/** What was promised to people outside: that a number answers and a contact can be reached (H6, H11). */
function promises(facts: HealthFacts): Finding[] {
  const stale = ({ checkedOn }: { checkedOn: string | null }) =>
    checkedOn === null || age(facts, new Date(`${checkedOn}T00:00:00Z`)) > NUMBER_DAYS;
  const numbers = facts.numbers.filter(stale).length;
  const contacts = facts.contacts.filter(stale).length;
  return [
    {
      name: 'numbers',
      light: numbers > 0 ? 'red' : 'ok',
      message: numbers > 0 ? 'health.numbers.red' : 'health.numbers.ok',
      args: { n: numbers },
      path: '/setup/help',
    },
    {
      name: 'contacts',
      light: contacts > 0 ? 'red' : 'ok',
      message: contacts > 0 ? 'health.contacts.red' : 'health.contacts.ok',
      args: { n: contacts },
      path: '/setup/contacts',
    },
  ];
}
