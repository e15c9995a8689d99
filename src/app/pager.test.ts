// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../tests/harness/app.ts';
import { keyringOf, readSignature, signatureHolds } from '../platform/seal/index.ts';
import { changeInstallation } from '../platform/setup/index.ts';
import { pager } from './pager.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

it('calls the pager with a signed line that says nothing of the report, and fails loudly where it is not taken (H6)', async () => {
  const ctx = app.ctx();
  const sent: { url: string; headers?: Record<string, string>; body?: string }[] = [];
  let status = 204;
  const { job } = pager(app.rowan.services.config, async (order) => {
    sent.push(order);
    return { status, body: Buffer.alloc(0) };
  });
  const payload = { caseId: 'c1d2e3f4-1111-4222-8333-444455556666', minutes: 16 };
  await job.run(ctx, payload);
  expect(sent).toEqual([]);
  await changeInstallation(ctx, { dutyWebhook: { url: 'https://pager.example/alarm', confirmedOn: null } });
  await job.run(ctx, payload);
  const [call] = sent;
  expect(call?.url).toBe('https://pager.example/alarm');
  expect(call?.body).not.toContain(payload.caseId);
  const signature = readSignature(JSON.parse(call?.headers?.['rowan-signature'] ?? ''));
  const pub = keyringOf(ctx.db).signer.pub;
  if (signature === null) throw new Error('no signature came');
  expect(signatureHolds(signature, { type: 'export', pub }, Buffer.from(call?.body ?? ''))).toBe(true);
  status = 503;
  await expect(job.run(ctx, payload)).rejects.toThrow('503');
});
