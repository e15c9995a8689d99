// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/harness/app.ts';
import { transaction } from '../db/index.ts';
import { pauseJobs, resumeJobs } from '../jobs/index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('jobs that a restore paused', () => {
  it('are named at each start and stand red on the health page until somebody lets them run', async () => {
    const { db } = app.ctx();
    await transaction(db, (tx) => pauseJobs(tx, { since: app.clock.now, why: 'restore' }));
    const lines = (await app.rowan.welcome()).join('\n');
    expect(lines).toContain('Jobs are paused since 2026-11-21 12:00 UTC (restore)');
    expect(lines).toContain('rowan jobs resume');
    const linden = await app.signIn('Linden');
    const paused = await linden.get('/en/desk/health');
    expect(paused.text).toContain('because this place came back from a backup');
    expect(paused.text).toContain('rowan jobs resume');
    await transaction(db, resumeJobs);
    expect((await app.rowan.welcome()).join('')).not.toContain('paused');
    expect((await linden.get('/en/desk/health')).text).toContain('Jobs run.');
  });
});

describe('the key of a team', () => {
  it('is due for a successor after 90 days, which a supervisor makes', async () => {
    const young = await app.signIn('Linden');
    expect((await young.get('/en/desk/health')).text).toContain('The oldest team key is 0 days old.');
    app.clock.move(90 * 24 * 60);
    const linden = await app.signIn('Linden');
    expect((await linden.get('/en/desk/health')).text).toContain('2 teams have a key older than 90 days');
    expect((await linden.get('/en/desk/keys')).text).toContain('Cases: the present key is 90 days old.');
    for (const team of ['desk', 'custody']) {
      const sent = await linden.post('/en/desk/keys/new', { team });
      expect(sent.location).toBe('/en/desk/keys');
      await linden.get('/en/desk/keys');
    }
    expect(linden.last?.text).toContain('Cases: the present key is 0 days old.');
    const alder = await app.signIn('Alder');
    expect((await alder.get('/en/desk/keys')).text).not.toContain('A new key for a team');
    expect((await linden.get('/en/desk/health')).text).toContain('The oldest team key is 0 days old.');
  });
});
