// SPDX-License-Identifier: EUPL-1.2
import { request } from 'node:https';
import { join } from 'node:path';
import { answerText, ROOT_NAME, TYPE, textToName, writeQuery } from '@rowan/dns-wire';
import type { BrowserContext, Page } from 'playwright-core';
import type { Client, Fields } from '../form-client.ts';
import type { Stage } from './stage.ts';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 860 };

/** Takes pictures in order: 01-question.png, 02-code.png and so on. */
export interface Camera {
  take(page: Page, name: string): Promise<void>;
  /** A page as somebody sees it who used a browser without script until now. */
  visit(client: Client | null, path: string, how: Visit): Promise<string>;
}

interface Visit {
  name: string;
  size: 'phone' | 'desk';
  /** Words of a fold that is opened first. */
  opens?: string;
}

export function openCamera(stage: Stage): Camera {
  let n = 0;
  const camera: Camera = {
    take: async (page, name) => {
      n++;
      const path = join(stage.pictures, `${String(n).padStart(2, '0')}-${name}.png`);
      await page.screenshot({ path, fullPage: true });
    },
    visit: async (client, path, { name, size, opens }) => {
      const context = await openContext(stage, size, client);
      try {
        const page = await context.newPage();
        await page.goto(path);
        if (opens !== undefined) await page.locator('main summary', { hasText: opens }).first().click();
        await camera.take(page, name);
        return await page.locator('main').innerText();
      } finally {
        await context.close();
      }
    },
  };
  return camera;
}

/** A browser profile at the network address, of a phone or of a desk; with the cookies of `client`. */
export async function openContext(
  { browser, origin }: Stage,
  size: 'phone' | 'desk',
  client: Client | null = null,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: origin,
    ignoreHTTPSErrors: true,
    locale: 'en-GB',
    viewport: size === 'phone' ? PHONE : DESK,
    ...(size === 'phone' ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
  });
  const cookies = [...(client?.cookies ?? [])].map(([name, value]) => ({
    ...{ name, value, url: origin, secure: true, httpOnly: true },
    sameSite: 'Strict' as const,
  }));
  if (cookies.length > 0) await context.addCookies(cookies);
  return context;
}

/** Answers the question on the page as a person does, and presses the button. */
export async function answer(page: Page, fields: Fields): Promise<void> {
  for (const [name, values] of Object.entries(fields)) {
    for (const value of [values].flat()) {
      const choice = page.locator(`main input[name="${name}"][value="${value}"]`);
      if ((await choice.count()) > 0) await choice.check({ force: true });
      else await page.locator(`main [name="${name}"]:not([type=hidden])`).first().fill(value);
    }
  }
  await page.locator('main .btn-primary').first().click();
}

/** Asks over DoH, by HTTPS at the network address, as the second phone does; answers the message in text. */
export function askAsPhone({ origin, certificate }: Stage, doh: string, host: string): Promise<string> {
  const packet = Buffer.from(writeQuery({ id: 0, name: textToName(host) ?? ROOT_NAME, qtype: TYPE.a }));
  const headers = { 'content-type': 'application/dns-message', 'content-length': packet.length };
  return new Promise((resolve, reject) => {
    const asked = request(new URL(doh, origin), { method: 'POST', ca: certificate, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => resolve(answerText(new Uint8Array(Buffer.concat(parts))) ?? 'unreadable'));
    });
    asked.on('error', reject);
    asked.end(packet);
  });
}
