// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateSync } from 'otplib';
import { base32 } from '#platform/auth';
import type { Staff } from '../prepare.ts';

/** How somebody of the invented staff signs in. */
export interface SignIn {
  alias: string;
  password: string;
  /** As authenticator apps take it. */
  key: string;
}

export const peopleFile = (data: string) => join(data, 'demo-people.txt');

export const hasPeopleFile = (data: string) => existsSync(peopleFile(data));

/** How these people sign in. */
export function signInsOf(staff: readonly Staff[]): SignIn[] {
  return staff.map(({ alias, password, totp }) => ({ alias, password, key: base32(totp) }));
}

/** Writes who works here, for the owner of the data folder only. Written whole or not at all. */
export async function writePeople(data: string, people: readonly SignIn[]): Promise<void> {
  const lines = people.map(({ alias, password, key }) => `${alias}\t${password}\t${key}`);
  const text = ['# Invented people of this demonstration: name, password, authenticator key', ...lines, ''];
  const temporary = `${peopleFile(data)}.new`;
  await writeFile(temporary, text.join('\n'), { mode: 0o600 });
  await rename(temporary, peopleFile(data));
}

export async function readPeople(data: string): Promise<SignIn[]> {
  const lines = (await readFile(peopleFile(data), 'utf8')).split('\n');
  return lines
    .filter((line) => line.includes('\t') && !line.startsWith('#'))
    .map((line) => {
      const [alias = '', password = '', key = ''] = line.split('\t');
      return { alias, password, key };
    });
}

/** The six digits that count now. */
export function codeNow({ key }: SignIn, now: Date): string {
  return generateSync({ secret: key, epoch: Math.floor(now.getTime() / 1000) });
}
