// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proposeDecision } from '../actions/propose-decision.ts';
import { publishSnapshot } from '../actions/publish-snapshot.ts';
import { releaseDecision } from '../actions/release-decision.ts';
import { undoDecision } from '../actions/undo-decision.ts';
import { decisionsOf } from '../queries/decisions-of-case.ts';
import { checkHost } from '../queries/known-host.ts';
import type { ProposalInput } from '../schema.ts';
import { auditActs, everyRow, openGuard, openWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  await world.import(['big.example', 'news.example'], { category: 'well-known' });
  await world.import(['news.example'], { category: 'news' });
  await world.import(['line.example'], { category: 'help' });
  await world.import(['many.example'], { category: 'shared-host' });
  await world.import(['library.town.example'], { category: 'education' });
  await publishSnapshot(world.system());
});
afterAll(() => world.close());

const operator = () => world.as('ana', 'operator');
const other = () => world.as('ben', 'operator');
const supervisor = () => world.as('sue', 'supervisor', 'operator');

async function propose(host: string, rest: Partial<ProposalInput> = {}) {
  world.now = new Date(world.now.getTime() + 1000);
  return proposeDecision(operator(), { host, scope: 'host', minAge: 18, reasons: ['sex'], ...rest });
}

describe('how a host is known', () => {
  it.each([
    ['big.example', { standing: 'well-known', isShared: false }],
    ['www.big.example', { standing: 'well-known' }],
    ['news.example', { standing: 'protected' }],
    ['line.example', { standing: 'protected', isHelp: true }],
    ['many.example', { standing: null, isShared: true }],
    ['one.many.example', { standing: null, isShared: false }],
    ['blogspot.com', { standing: null, isShared: true }],
    ['town.example', { standing: null, below: 'protected' }],
    ['unknown.example', { standing: null, isShared: false, isHelp: false, below: null }],
  ])('%s', async (host, expected) => {
    expect(await checkHost(world.fresh.database.db, host)).toMatchObject({ host, ...expected });
  });

  it('is nothing for what is no host', async () => {
    expect(await checkHost(world.fresh.database.db, 'not a host')).toBeNull();
  });
});

describe('no single click blocks a country (H3)', () => {
  it('lets one person rate a host that nobody knows, and open any', async () => {
    expect((await propose('small.example')).needs).toBe('none');
    expect((await propose('news.example', { minAge: 0, reasons: ['safe'] })).needs).toBe('none');
  });

  it('wants a second, different person for a well-known host', async () => {
    const { id, needs } = await propose('big.example');
    expect(needs).toBe('second');
    await expect(releaseDecision(operator(), id)).rejects.toThrow('ratings.needs-second');
    expect((await openGuard(world)).says('big.example')).toBe('-');
    await releaseDecision(other(), id);
    expect((await openGuard(world)).says('big.example')).toBe('18');
  });

  it('wants a second person for every block for everyone', async () => {
    const { id, needs } = await propose('worst.example', { blockEveryone: true });
    expect(needs).toBe('second');
    await expect(releaseDecision(operator(), id)).rejects.toThrow('ratings.needs-second');
  });

  it('wants the supervisor, who is not the proposer, for news, and for what has a school below', async () => {
    for (const ask of [propose('news.example'), propose('town.example', { scope: 'subtree' })]) {
      const { id, needs } = await ask;
      expect(needs).toBe('supervisor');
      await expect(releaseDecision(other(), id)).rejects.toThrow('ratings.needs-supervisor');
      await releaseDecision(supervisor(), id);
      await undoDecision(operator(), id);
    }
    const own = await proposeDecision(supervisor(), {
      host: 'news.example',
      scope: 'host',
      minAge: 18,
      reasons: ['fear'],
    });
    await expect(releaseDecision(supervisor(), own.id)).rejects.toThrow('ratings.needs-second');
  });

  it('looks again at release: a list that came meanwhile counts', async () => {
    const { id, needs } = await propose('college.example');
    expect(needs).toBe('none');
    await world.import(['college.example'], { category: 'education', source: 'Late schools' });
    await expect(releaseDecision(operator(), id)).rejects.toThrow('ratings.needs-second');
    await expect(releaseDecision(other(), id)).rejects.toThrow('ratings.needs-supervisor');
  });

  it('wants a reason that the public can read', async () => {
    await expect(propose('x.example', { reasons: [] })).rejects.toThrow('ratings.needs-reason');
  });
});

describe('a decision', () => {
  it('is made by people of the desk only, about hosts only, in words we know', async () => {
    const input = { host: 'x.example', scope: 'host' as const, reasons: ['sex' as const] };
    await expect(proposeDecision(world.as('ana', 'reviewer'), input)).rejects.toThrow('ratings.not-allowed');
    await expect(proposeDecision(world.system(), input)).rejects.toThrow('ratings.not-allowed');
    await expect(proposeDecision(operator(), { ...input, host: '192.0.2.1' })).rejects.toThrow(
      'ratings.not-a-host',
    );
    await expect(proposeDecision(operator(), { ...input, categories: ['politics'] })).rejects.toThrow();
  });

  it('is released once, replaced by the next about the same host, and found again by its case', async () => {
    const caseId = randomUUID();
    const first = await propose('twice.example', { caseId });
    await releaseDecision(other(), first.id);
    await expect(releaseDecision(other(), first.id)).rejects.toThrow('ratings.not-waiting');
    const second = await propose('twice.example', { caseId, minAge: 13 });
    await releaseDecision(other(), second.id);
    expect((await openGuard(world)).says('twice.example')).toBe('13');
    const states = (await decisionsOf(world.fresh.database.db, caseId)).map(({ id, state }) => ({
      id,
      state,
    }));
    expect(states).toEqual([
      { id: second.id, state: 'released' },
      { id: first.id, state: 'replaced' },
    ]);
  });

  it('that waits can be withdrawn, and one that nobody made cannot be found', async () => {
    const { id } = await propose('never.example');
    expect(await undoDecision(other(), id)).toEqual({ number: null });
    await expect(releaseDecision(other(), id)).rejects.toThrow('ratings.not-waiting');
    await expect(releaseDecision(other(), randomUUID())).rejects.toThrow('ratings.no-decision');
  });
});

describe('a guarded host (H1)', () => {
  const host = 'canary-host.example';

  it('is blocked for everyone, and looks like any other block for everyone', async () => {
    const guarded = await propose(host, { guarded: true, scope: 'subtree', reasons: [] });
    expect(guarded.needs).toBe('second');
    await expect(releaseDecision(operator(), guarded.id)).rejects.toThrow('ratings.needs-second');
    await releaseDecision(other(), guarded.id);
    const plain = await propose('plain-block.example', { blockEveryone: true, scope: 'subtree' });
    await releaseDecision(other(), plain.id);
    const guard = await openGuard(world);
    expect(guard.says(host)).toBe('255');
    expect(guard.says(`www.${host}`)).toBe(guard.says('plain-block.example'));
    await publishSnapshot(world.system());
    expect((await openGuard(world)).says(`www.${host}`)).toBe('255');
  });

  it('ends every public rating of the host and below it', async () => {
    const words = 'shown until then';
    for (const name of ['seen.example', 'deep.seen.example']) {
      await releaseDecision(other(), (await propose(name, { minAge: 7, words })).id);
    }
    const { id } = await propose('seen.example', { guarded: true, scope: 'subtree' });
    await releaseDecision(other(), id);
    const guard = await openGuard(world);
    expect([guard.says('seen.example'), guard.says('deep.seen.example')]).toEqual(['255', '255']);
    const later = await propose('deep.seen.example', { minAge: 7 });
    await expect(releaseDecision(other(), later.id)).rejects.toThrow('ratings.held');
  });

  it('stands readable in no row of the database and no line of the audit', async () => {
    const rows = await everyRow(world);
    expect(rows).toContain('plain-block');
    expect(rows).not.toContain('canary-host');
    expect(JSON.stringify(await auditActs(world))).not.toContain('canary-host');
  });

  it('is opened again by the supervisor only', async () => {
    const { id } = await propose('mistake.example', { guarded: true });
    await releaseDecision(other(), id);
    await expect(undoDecision(other(), id)).rejects.toThrow('ratings.needs-supervisor');
    await undoDecision(supervisor(), id);
    expect((await openGuard(world)).says('mistake.example')).toBe('-');
  });
});
