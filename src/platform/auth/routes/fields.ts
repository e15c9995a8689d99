// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { ROLES, type Role } from '#platform/ctx';
import type { Db } from '#platform/db';
import type { FieldError } from '#platform/http';
import type { Secret } from '#platform/seal';
import { readInstallation } from '#platform/setup';
import { passwordFault } from '../people/chosen-password.ts';
import { clash } from '../people/team-roles.ts';
import { base32, totpAddress } from '../totp.ts';

export const aliasField = z
  .string()
  .trim()
  .min(2, { error: 'auth.wrong.alias' })
  .max(40, { error: 'auth.wrong.alias' });

/** Ticked roles; one box arrives as a text and several as a list. */
export const rolesField = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((typed) => ROLES.filter((role) => [typed ?? []].flat().includes(role)))
  .refine((roles) => roles.length > 0, { error: 'auth.wrong.roles' })
  .refine((roles) => !clash(roles), { error: 'auth.wrong.clash' })
  .transform((roles): Role[] => roles.filter((role) => role !== 'member'));

/** Password and code; a passkey shown just before leaves a ticket in place of the code. */
export const proofFields = {
  password: z.string().max(300).default(''),
  code: z.string().max(20).default(''),
  ticket: z.string().max(60).default(''),
};

/** Two fields for a password that somebody chooses. */
export const chosenFields = {
  chosen: z.string().max(1000).default(''),
  again: z.string().max(1000).default(''),
};

/** What is wrong with a chosen password, beside its field. */
export async function chosenErrors(
  db: Db,
  typed: { chosen: string; again: string; alias: string },
): Promise<FieldError[]> {
  const { name, shortAddress } = await readInstallation(db);
  const fault = passwordFault(typed.chosen, [typed.alias, name, shortAddress]);
  if (fault !== null) return [{ field: 'chosen', message: `auth.wrong.password-${fault}` }];
  return typed.again === typed.chosen ? [] : [{ field: 'again', message: 'auth.wrong.password-again' }];
}

/** An authenticator secret as a page shows it once. Wipes it. */
export async function authenticator(db: Db, alias: string, totp: Secret) {
  const { name } = await readInstallation(db);
  const address = totpAddress(totp, { site: name || 'Rowan', alias });
  const secret = base32(totp.bytes());
  totp.dispose();
  return { secret, address };
}

/** A path of the desk or of set-up, where somebody was on their way to; anything else is the desk. */
export const nextField = z
  .string()
  .regex(/^\/(desk|setup)(\/[\w-]+)*(\?[\w=&-]*)?$/)
  .catch('/desk');

export const personParams = z.object({ id: z.uuid() });

/** Roles whose people hold the keys of teams. */
export const keyHolders = ['operator', 'supervisor', 'editor', 'custodian'] as const;
