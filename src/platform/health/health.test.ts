// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/harness/app.ts';
import { changeInstallation, readInstallation } from '../setup/index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('the health page', () => {
  it('is for supervisors and administrators', async () => {
    const linden = await app.signIn('Linden');
    expect((await linden.get('/en/desk/health')).status).toBe(200);
    const alder = await app.signIn('Alder');
    expect((await alder.get('/en/desk/health')).status).toBe(404);
    expect((await app.visitor().get('/en/desk/health')).location).toBe('/en/desk/sign-in');
    expect((await app.visitor().post('/en/desk/health/chain', {})).location).toBe('/en/desk/sign-in');
  });

  it('says what an installation without a backup and a key file lacks', async () => {
    const linden = await app.signIn('Linden');
    const { text } = await linden.get('/en/desk/health');
    expect(text).toContain('No backup was ever made here');
    expect(text).toContain('Set ROWAN_KEYRING_KEY_FILE');
    expect(text).toContain('Every report has a case');
    expect(text).toContain('Every public key bears our mark');
    expect(text).toContain('Protection of families');
  });

  it('turns red when a help number was not called for 90 days (H11)', async () => {
    const ctx = app.ctx();
    const { numbers } = await readInstallation(ctx.db);
    const old = numbers.map((line, at) => (at === 0 ? { ...line, checkedOn: '2026-08-01' } : line));
    await changeInstallation(ctx, { numbers: old });
    const linden = await app.signIn('Linden');
    expect((await linden.get('/en/desk/health')).text).toContain('1 help number was not called');
  });

  it('checks the audit chain at the press of a button and remembers it', async () => {
    const linden = await app.signIn('Linden');
    expect((await linden.get('/en/desk/health')).text).toContain('Nobody has checked the audit chain yet');
    const { text } = await linden.submit('/en/desk/health/chain', {});
    expect(text).toMatch(/All \d+ entries held on Saturday/);
  });
});
