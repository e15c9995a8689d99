// SPDX-License-Identifier: EUPL-1.2

import type { TestApp } from '../../../../tests/harness/app.ts';
import { type Client, createClient } from '../../../../tests/harness/client.ts';
import { keyringOf, membersOf, Secret, teamsOf } from '../../seal/index.ts';
import { totpAt } from '../totp.ts';

/** What a person of a test has written down: enough to sign in. */
export interface Notes {
  alias: string;
  password: string;
  totp: Uint8Array;
}

/** The newest code of somebody's app. Half a minute passes, because a code counts once. */
export function newCode(app: TestApp, notes: Pick<Notes, 'totp'>): string {
  app.clock.move(0.5);
  using secret = Secret.copyOf(notes.totp);
  return totpAt(secret, app.clock.now);
}

export function notesOf(app: TestApp, alias: string): Notes {
  const staff = app.staff.find((one) => one.alias === alias);
  if (staff === undefined) throw new Error(`nobody is called ${alias}`);
  return staff;
}

/** Tries to sign in with what somebody wrote down, in a browser of their own. */
export async function comeIn(app: TestApp, notes: Notes): Promise<{ client: Client; status: number }> {
  const client = createClient(app.url, notes.alias);
  const code = newCode(app, notes);
  await client.get('/en/desk/sign-in');
  const { alias, password } = notes;
  const { status } = await client.post('/en/desk/sign-in', { alias, password, code });
  return { client, status };
}

/** Invites somebody as `by` does, and answers the path of their link. */
export async function invite(by: Client, alias: string, roles: readonly string[]): Promise<string> {
  await by.get('/en/desk/people/new');
  const reply = await by.post('/en/desk/people/new', { alias, 'roles[]': roles });
  return linkOn(reply.text);
}

/** The one-time link on a page. */
export function linkOn(text: string): string {
  const token = /\/desk\/invite\/([\w-]{43})/.exec(text)?.[1];
  if (token === undefined) throw new Error(`no link on: ${text.slice(0, 300)}`);
  return `/en/desk/invite/${token}`;
}

/** Opens an invitation as the invited person; `chosen` where they choose their password. */
export async function join(
  app: TestApp,
  link: string,
  chosen: string | null = null,
): Promise<Notes & { fingerprint: string | null }> {
  const visitor = app.visitor('invited');
  const shown = await visitor.get(link);
  if (shown.status !== 200) throw new Error(`the link answered ${shown.status}`);
  const fields: Record<string, string> = chosen === null ? {} : { chosen, again: chosen };
  const { text } = await visitor.post(link, fields);
  const secret = /authenticator app ([A-Z2-7]{32})/.exec(text)?.[1];
  const alias = / Name (\S+) /.exec(text)?.[1];
  if (secret === undefined || alias === undefined) throw new Error(`not joined: ${text.slice(0, 400)}`);
  const issued = /Password ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/.exec(text)?.[1];
  const signs = /supervisor ([0-9A-Z]{4}) ([0-9A-Z]{4}) Call/.exec(text);
  return {
    alias,
    password: issued ?? chosen ?? '',
    totp: fromBase32(secret),
    fingerprint: signs === null ? null : `${signs[1]}${signs[2]}`,
  };
}

/** Shows again who one is, so that the next five minutes are fresh. */
export async function confirm(app: TestApp, client: Client, notes: Notes): Promise<number> {
  const code = newCode(app, notes);
  await client.get('/en/desk/confirm?next=/desk/me');
  const { status } = await client.post('/en/desk/confirm', {
    next: '/desk/me',
    password: notes.password,
    code,
  });
  return status;
}

/** The teams whose present key the person of this page holds. */
export function keysHeld(app: TestApp, page: string): Promise<string[]> {
  const { db } = app.ctx();
  return teamsOf(db, keyringOf(db), idOn(page));
}

/** Whether the person of this page may give the key of the desk to others. */
export async function mayGive(app: TestApp, page: string): Promise<boolean> {
  const { db } = app.ctx();
  const members = await membersOf(db, keyringOf(db), 'desk');
  return members.some(({ person, canGrant }) => person === idOn(page) && canGrant);
}

/** The person that a path of the list of people is about. */
export const idOn = (page: string): string => page.split('/')[4] ?? '';

/** The path of somebody's page in the list of people. */
export async function pageOf(by: Client, alias: string): Promise<string> {
  const { body } = await by.get('/en/desk/people');
  const found = new RegExp(`href="(/en/desk/people/[0-9a-f-]{36})"><bdi>${alias}<`).exec(body)?.[1];
  if (found === undefined) throw new Error(`${alias} is not on the list`);
  return found;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function fromBase32(text: string): Uint8Array {
  const bits = [...text].map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
