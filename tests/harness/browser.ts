// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../src/app/rehearsal/browser.ts';
import type { TestApp } from './app.ts';
import type { Client } from './client.ts';
import { record } from './requirements.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The Chromium of a journey; close it after the last test. */
export function openBrowser(): Promise<Browser> {
  return launchBrowser(process.env.ROWAN_CHROMIUM || null, process.env);
}

export interface Visit {
  app: TestApp;
  role: string;
  /** A browser without script that somebody used before: its cookies come along. */
  as?: Client;
  options?: BrowserContextOptions;
}

/** A browser profile at the application's HTTPS address, recording what it asks for the requirements. */
export async function openContext(browser: Browser, visit: Visit): Promise<BrowserContext> {
  const origin = originOf(visit.app);
  const context = await browser.newContext({
    baseURL: origin,
    ignoreHTTPSErrors: true,
    locale: 'en-GB',
    ...visit.options,
  });
  const cookies = [...(visit.as?.cookies ?? [])].map(([name, value]) => ({
    name,
    value,
    url: origin,
    secure: true,
    httpOnly: true,
    sameSite: 'Strict' as const,
  }));
  if (cookies.length > 0) await context.addCookies(cookies);
  context.on('response', (response) => {
    const url = new URL(response.url());
    if (url.origin !== origin || response.request().resourceType() !== 'document') return;
    record({
      role: visit.role,
      verb: response.request().method(),
      route: url.pathname,
      status: response.status(),
    });
  });
  return context;
}

/** Chromium keeps `__Host-` cookies and passkeys on a name over TLS, never on an address. */
export function originOf(app: TestApp): string {
  return (app.rowan.https ?? '').replace('127.0.0.1', 'localhost');
}

/** What axe finds wrong, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Evaluated by the debugger, so the page's own policy does not have to allow it.
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          where: unknown,
          how: unknown,
        ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const result = await axe.run(globalThis.document, { runOnly: { type: 'tag', values: tags } });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
  return found.map((line) => line.slice(0, 400));
}
