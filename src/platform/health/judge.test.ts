// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { translator } from '#platform/i18n';
import type { HealthFacts } from './facts.ts';
import { judge } from './judge.ts';

const now = new Date('2026-11-21T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const day = (days: number) => daysAgo(days).toISOString().slice(0, 10);
const GIB = 1024 ** 3;

const good: HealthFacts = {
  now,
  database: {
    embedded: true,
    version: 180_004,
    auditOwnerSeparated: true,
    appRole: 'login',
    folder: '/data',
    migrated: [],
  },
  freeBytes: 40 * GIB,
  jobs: { waiting: 0, amber: [], red: [] },
  paused: null,
  mail: { waiting: 0, failed: 0 },
  backupAt: daysAgo(1),
  desk: { withoutCase: 0, unopened: 0, late: 0 },
  guard: { state: 'fresh', at: now },
  numbers: [{ id: 'emergency', checkedOn: day(90) }],
  contacts: [{ checkedOn: day(1) }],
  recovery: { rehearsedAt: daysAgo(200) },
  emergencyUntil: null,
  vouched: day(-40),
  keyringProtected: true,
  wrongMarks: 0,
  intakeAlarm: null,
  peppers: [day(20), `${day(99)}-2`],
  chain: { at: daysAgo(8), entries: 12, badSeq: null },
  passkeys: { allowed: true, synced: 2 },
  keepers: { desk: 2, custody: 2 },
  moving: 0,
  teamKeys: { oldest: 89, due: 0 },
};

const of = (name: string, change: Partial<HealthFacts>) => {
  const finding = judge({ ...good, ...change }).find((one) => one.name === name);
  return `${finding?.light} ${finding?.message}`;
};

describe('health', () => {
  it('is good when everything is', () => {
    expect(judge(good).filter(({ light }) => light !== 'ok')).toEqual([]);
  });

  const job = { job: 'mail:mail.queued', attempts: 5 };
  it.each<[string, Partial<HealthFacts>, string]>([
    ['cases', { desk: { withoutCase: 1, unopened: 0, late: 0 } }, 'red health.cases.red'],
    ['late', { desk: { withoutCase: 0, unopened: 0, late: 3 } }, 'yellow health.late.yellow'],
    ['late', { desk: { withoutCase: 0, unopened: 1, late: 3 } }, 'red health.late.red'],
    ['jobs', { jobs: { waiting: 1, amber: [job], red: [] } }, 'yellow health.jobs.yellow'],
    ['jobs', { jobs: { waiting: 1, amber: [job], red: [job] } }, 'red health.jobs.red'],
    ['paused', { paused: { since: daysAgo(1), why: 'restore' } }, 'red health.paused.red'],
    ['mail', { mail: { waiting: 0, failed: 1 } }, 'red health.mail.red'],
    ['role', { database: { ...good.database, appRole: 'assumed' } }, 'yellow health.role.assumed'],
    ['role', { database: { ...good.database, appRole: 'shared' } }, 'yellow health.role.shared'],
    [
      'audit-owner',
      { database: { ...good.database, auditOwnerSeparated: false } },
      'yellow health.audit-owner.yellow',
    ],
    ['database', { database: { ...good.database, embedded: false } }, 'ok health.database.foreign'],
    ['disk', { freeBytes: 5 * GIB - 1 }, 'yellow health.disk.yellow'],
    ['disk', { freeBytes: GIB - 1 }, 'red health.disk.red'],
    ['disk', { freeBytes: null }, 'yellow health.disk.unknown'],
    ['backup', { backupAt: null }, 'red health.backup.none'],
    ['backup', { backupAt: daysAgo(2) }, 'yellow health.backup.old'],
    ['backup', { backupAt: daysAgo(7) }, 'red health.backup.old'],
    ['guard', { guard: { state: 'elsewhere', at: null } }, 'ok health.guard.elsewhere'],
    ['guard', { guard: { state: 'empty', at: null } }, 'yellow health.guard.empty'],
    ['guard', { guard: { state: 'behind', at: daysAgo(1) } }, 'yellow health.guard.behind'],
    ['guard', { guard: { state: 'lacking', at: null } }, 'red health.guard.lacking'],
    ['registry', { wrongMarks: 1 }, 'red health.registry.red'],
    ['registry', { intakeAlarm: 'seal.registry' }, 'red health.registry.red'],
    ['keyring', { keyringProtected: false }, 'yellow health.keyring.yellow'],
    ['pepper', { peppers: [day(100)] }, 'yellow health.pepper.yellow'],
    ['pepper', { peppers: [day(2), day(365)] }, 'red health.pepper.red'],
    ['recovery', { recovery: { rehearsedAt: daysAgo(201) } }, 'yellow health.recovery.yellow'],
    ['recovery', { recovery: { rehearsedAt: null } }, 'red health.recovery.red'],
    ['signing', { vouched: null }, 'yellow health.signing.yellow'],
    ['signing', { vouched: day(-29) }, 'yellow health.signing.yellow'],
    ['signing', { vouched: 'forged' }, 'red health.signing.red'],
    ['emergency', { emergencyUntil: now }, 'red health.emergency.red'],
    ['keepers', { keepers: { desk: 2, custody: 1 } }, 'yellow health.keepers.yellow'],
    ['moving', { moving: 1 }, 'yellow health.moving.yellow'],
    ['rotation', { teamKeys: { oldest: 90, due: 1 } }, 'yellow health.rotation.yellow'],
    ['passkeys', { passkeys: { allowed: false, synced: 1 } }, 'yellow health.passkeys.against'],
    ['passkeys', { passkeys: { allowed: false, synced: 0 } }, 'ok health.passkeys.refused'],
    ['chain', { chain: null }, 'yellow health.chain.never'],
    ['chain', { chain: { at: daysAgo(9), entries: 12, badSeq: null } }, 'yellow health.chain.old'],
    ['chain', { chain: { at: daysAgo(1), entries: 6, badSeq: 7 } }, 'red health.chain.broken'],
    ['numbers', { numbers: [{ id: 'a', checkedOn: day(91) }] }, 'red health.numbers.red'],
    ['numbers', { numbers: [{ id: 'a', checkedOn: null }] }, 'red health.numbers.red'],
    ['contacts', { contacts: [{ checkedOn: null }] }, 'red health.contacts.red'],
  ])('%s, changed, is judged: case %#', (name, change, judged) => {
    expect(of(name, change)).toBe(judged);
  });

  it('puts the worst first and says everything in words', () => {
    const findings = judge({ ...good, chain: null, backupAt: null });
    expect(findings.map(({ light }) => light).slice(0, 3)).toEqual(['red', 'yellow', 'ok']);
    const t = translator('en');
    for (const { message, args } of findings) expect(t(message, { ...args, time: 'now' })).toMatch(/\.$/);
  });
});
