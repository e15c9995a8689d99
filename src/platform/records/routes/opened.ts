// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Ctx, Role } from '#platform/ctx';
import { notFound } from '#platform/http';
import { LANGS } from '#platform/i18n';
import { levelOf, may, type Step } from '../access.ts';
import { errors } from '../errors.ts';
import type { Kind } from '../kind/kind.ts';
import type { FullRecord } from '../record.ts';
import { kindOf } from '../registry.ts';
import { readRecord } from '../store/read.ts';

/** The number of a record in an address of the desk. */
export const recordParams = z
  .object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) })
  .loose();
export const langName = z.enum(LANGS as [string, ...string[]]);
export const words = z.string().max(200).default('');
export const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);

/** Forms of records may hold a hundred rows and long texts in any script. */
export const LARGE = { bodyLimit: 4 * 1024 * 1024, fieldLimit: 3000 } as const;

/** What every route of the desk here has in common. */
export const deskRoute = (access: readonly Role[]) => ({ access, area: 'desk', cache: 'private' }) as const;

export interface Opened {
  kind: Kind;
  record: FullRecord;
}

/** The newest of a record for somebody at the desk; whoever may not see it is told that there is none. */
export async function openRecord(ctx: Ctx, id: number): Promise<Opened> {
  const level = levelOf(ctx.actor);
  const record = level < 2 ? null : await readRecord(ctx.db, id, { face: 1, level });
  if (record === null) return notFound();
  return { kind: kindOf(record.kind), record };
}

/** Refuses in words what this person's roles do not open. */
export function requireStep(ctx: Ctx, kind: Kind, ...steps: Step[]): void {
  if (!steps.some((step) => may(ctx.actor, kind, step))) throw errors('not-allowed');
}

/** Everybody whom any of these kinds gives anything to do, and translators. */
export function deskRoles(kinds: readonly Kind[]): readonly Role[] {
  const all = kinds.flatMap(({ rights }) => [...rights.propose, ...rights.edit, ...rights.publish]);
  return [
    ...new Set([...all.filter((role) => role !== 'anyone'), 'translator' as const, 'reviewer' as const]),
  ];
}
