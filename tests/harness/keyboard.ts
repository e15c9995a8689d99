// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

// Somebody who has no pointer: Tab, Space, Enter, arrows, letters. Every stop on the way is looked at.

/** No page of ours has more to stop at. */
const MOST = 120;

interface Stop {
  /** Of the element among all of the page; -1 where nothing has the focus. */
  place: number;
  what: string;
  wanted: boolean;
  /** There is a ring around it. */
  ring: boolean;
  /** It is on the screen, and nothing lies over it. */
  seen: boolean;
}

/** What has the focus; `wanted` says whether it is what the selector means. */
export function stopAt(page: Page, selector = '*'): Promise<Stop> {
  return page.evaluate((wanted): Stop => {
    const at = document.activeElement;
    if (at === null || at === document.body)
      return { place: -1, what: 'nothing', wanted: false, ring: false, seen: false };
    // The ring of a radio button or box goes around its whole card.
    const card = at.closest('.choice') ?? at;
    const { outlineStyle, outlineWidth } = getComputedStyle(card);
    const box = at.getClientRects()[0] ?? at.getBoundingClientRect();
    const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const name = at.getAttribute('name') ?? at.textContent?.trim().slice(0, 40) ?? '';
    return {
      place: [...document.querySelectorAll('*')].indexOf(at),
      what: `${at.tagName.toLowerCase()} ${name} ${at.getAttribute('value') ?? ''}`.trim(),
      wanted: at.matches(wanted),
      ring: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      seen: over !== null && (card.contains(over) || over.contains(card)),
    };
  }, selector);
}

/** Presses Tab until what the selector means has the focus. Each stop has a ring, is in sight, and comes later on the page. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const walked: string[] = [];
  let { place } = await stopAt(page);
  for (let press = 0; press < MOST; press++) {
    await page.keyboard.press('Tab');
    const stop = await stopAt(page, selector);
    walked.push(stop.what);
    if (stop.place < 0) break;
    expect(stop, walked.join(' > ')).toMatchObject({ ring: true, seen: true });
    expect(stop.place, `${walked.join(' > ')} goes back`).toBeGreaterThan(place);
    if (stop.wanted) return;
    place = stop.place;
  }
  throw new Error(`no Tab leads to ${selector}: ${walked.join(' > ')}`);
}

/** Presses a key that leads to another page, and stands on it. */
export async function follow(page: Page, key: 'Enter' | 'Space'): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)]);
}

/** Goes to a group of radio buttons and moves to one of them. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, `input[name="${name}"]`);
  await chooseHere(page, name, value);
}

/** The same where the focus is on the group already. */
export async function chooseHere(page: Page, name: string, value: string): Promise<void> {
  await page.keyboard.press('Space');
  const chosen = `input[name="${name}"][value="${value}"]:checked`;
  for (let press = 0; press < MOST; press++) {
    const stop = await stopAt(page, chosen);
    expect(stop).toMatchObject({ ring: true, seen: true });
    if (stop.wanted) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`no arrow leads to ${value} of ${name}`);
}

/** Ticks one box. */
export async function tick(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, `input[name="${name}"][value="${value}"]`);
  await page.keyboard.press('Space');
  expect(await stopAt(page, ':checked')).toMatchObject({ wanted: true });
}

/** Moves down a list until it shows the value. */
export async function pick(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, `select[name="${name}"]`);
  for (let press = 0; press < MOST; press++) {
    if ((await page.locator(`select[name="${name}"]`).inputValue()) === value) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`no arrow leads to ${value} of ${name}`);
}

/** Goes to a field and types. */
export async function type(page: Page, name: string, words: string): Promise<void> {
  await tabTo(page, `[name="${name}"]`);
  await page.keyboard.type(words);
}
