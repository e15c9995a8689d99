// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/harness/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const PAGES = [
  '/privacy',
  '/privacy/young',
  '/privacy/adults',
  '/privacy/register',
  '/privacy/assessment',
  '/accessibility',
];
const WITH_TIMES = ['/privacy', '/privacy/young', '/privacy/adults', '/privacy/register'];

describe('what this place says of itself', () => {
  it.each(['en', 'ar'])('stands on open pages in %s, without a cookie', async (lang) => {
    const visitor = app.visitor();
    for (const path of ['', '/about', ...PAGES]) {
      const reply = await visitor.get(`/${lang}${path}`);
      expect([path, reply.status]).toEqual([path, 200]);
      expect(reply.headers.get('set-cookie')).toBeNull();
      expect(reply.body).toContain(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">`);
      expect(reply.body.match(/<h1[ >]/g)).toHaveLength(1);
    }
  });

  it('leads from each of these pages to all the others', async () => {
    const visitor = app.visitor();
    for (const path of ['/about', ...PAGES]) {
      const { body } = await visitor.get(`/en${path}`);
      const links = new Set([...body.matchAll(/href="\/en([^"]*)"/g)].map(([, to]) => to));
      const others = ['/privacy', '/privacy/register', '/privacy/assessment', '/accessibility', '/about'];
      expect(others.filter((to) => to !== path && !links.has(to))).toEqual([]);
    }
  });

  it('offers the notice at three levels, marks the one that is open, and asks nobody an age', async () => {
    const visitor = app.visitor();
    for (const path of ['/privacy', '/privacy/young', '/privacy/adults']) {
      const { body } = await visitor.get(`/en${path}`);
      expect(body).toContain(`<a href="/en${path}" aria-current="page">`);
      expect(body).not.toMatch(/<form[^>]*method="post"/);
    }
  });

  it('says the times that a supervisor set, and who answers for it [VI-42]', async () => {
    const visitor = app.visitor();
    for (const path of WITH_TIMES) {
      const { text } = await visitor.get(`/en${path}`);
      for (const days of ['365 days', '90 days', '92 days']) expect(text).toContain(days);
    }
    const linden = await app.signIn('Linden');
    await linden.get('/en/setup/privacy');
    const fields = {
      codeDays: '45',
      closedDays: '200',
      notActionableDays: '31',
      contact: 'privacy@example.org',
      'basis-en': 'Example Data Act, section 3',
      'watchdog-en': 'Example Data Commissioner',
    };
    expect((await linden.post('/en/setup/privacy', fields)).status).toBe(303);
    for (const path of WITH_TIMES) {
      const { text } = await visitor.get(`/en${path}`);
      for (const days of ['200 days', '31 days', '45 days']) expect(text).toContain(days);
      expect(text).not.toMatch(/\b(365|92) days/);
    }
    const adults = await visitor.get('/en/privacy/adults');
    for (const words of [fields.contact, fields['basis-en'], fields['watchdog-en']])
      expect(adults.text).toContain(words);
    expect((await visitor.get('/en/accessibility')).body).toContain('href="mailto:privacy@example.org"');
  });

  it('refuses times at which nobody could come back, and keeps what was typed', async () => {
    const linden = await app.signIn('Linden');
    await linden.get('/en/setup/privacy');
    const fields = { codeDays: '2', closedDays: '365', notActionableDays: '90', contact: 'javascript:x' };
    const reply = await linden.post('/en/setup/privacy', fields);
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('Enter days, from 30 to 366');
    expect(reply.body).toContain('value="javascript:x"');
    expect((await app.visitor().get('/en/privacy')).text).not.toContain('2 days after your last visit,');
  });
});

describe('files for machines', () => {
  it('promise that nothing is sold or passed on', async () => {
    const reply = await app.visitor().get('/.well-known/gpc.json');
    expect(JSON.parse(reply.body)).toMatchObject({ gpc: true });
    expect(reply.headers.get('content-type')).toContain('application/json');
  });

  it('keep crawlers out of a rehearsal, and only out of what is private once it is real', async () => {
    const visitor = app.visitor();
    expect((await visitor.get('/robots.txt')).body).toBe('User-agent: *\nDisallow: /\n');
    const real = await startTestApp({ kind: 'untouched' });
    try {
      expect((await real.visitor().get('/robots.txt')).body).toBe('User-agent: *\nDisallow: /\n');
      const { changeInstallation } = await import('#platform/setup');
      await changeInstallation(
        { ...real.ctx(), actor: { kind: 'system', name: 'test' } },
        { finishedOn: '2026-11-21' },
      );
      await real.rowan.services.installation.refresh();
      const lines = (await real.visitor().get('/robots.txt')).body.split('\n');
      expect(lines).toEqual(
        expect.arrayContaining(['Disallow: /desk', 'Disallow: /*/report', 'Disallow: /k/']),
      );
      expect(lines).not.toContain('Disallow: /');
    } finally {
      await real.stop();
    }
  });

  it('name a contact for holes only where the installation has one', async () => {
    const real = await startTestApp({ kind: 'untouched' });
    try {
      const visitor = real.visitor();
      expect((await visitor.get('/.well-known/security.txt')).status).toBe(404);
      const { changeInstallation } = await import('#platform/setup');
      await changeInstallation(real.ctx(), {
        contact: 'https://rowan.example/contact',
        languages: ['en', 'lv'],
      });
      await real.rowan.services.installation.refresh();
      const { body } = await visitor.get('/.well-known/security.txt');
      expect(body).toContain('Contact: https://rowan.example/contact\nExpires: 2027-02-19T12:00:00.000Z\n');
      expect(body).toContain('Preferred-Languages: en, lv');
    } finally {
      await real.stop();
    }
  });
});
