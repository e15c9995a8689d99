// SPDX-License-Identifier: EUPL-1.2
import type { Ctx } from '#platform/ctx';
import type { Lang } from '#platform/i18n';
import { keyringOf, unboxField } from '#platform/seal';
import { householdOf } from '../access.ts';
import { errors } from '../errors.ts';
import { type Line, linesOf } from '../level.ts';
import { reading } from '../tables.ts';
import type { AgeGroup, DeviceKind } from '../words.ts';

export interface ChildFacts {
  readonly id: string;
  readonly name: string;
  readonly ageGroup: AgeGroup;
  readonly lang: Lang;
  readonly lines: readonly Line[];
  /** How far the child's own page has come. */
  readonly page: 'none' | 'made' | 'opened';
}

/** One child as its family sees it. */
export interface ChildView extends ChildFacts {
  readonly devices: readonly { readonly id: string; readonly kind: DeviceKind; readonly madeOn: string }[];
  readonly networks: readonly { readonly id: string; readonly prefix: string; readonly madeOn: string }[];
}

export interface FamilyView {
  readonly children: readonly ChildFacts[];
  readonly hasCode: boolean;
  readonly hasPassword: boolean;
}

const columns = ['id', 'name_box', 'age_group', 'lang', 'changes', 'page_hash', 'page_opened'] as const;

/** The signed-in family. Throws `guard.not-found` for one that was deleted meanwhile. */
export async function familyOf(ctx: Ctx): Promise<FamilyView> {
  const household = householdOf(ctx.actor);
  const row = await reading(ctx.db)
    .selectFrom('guard.household')
    .select(['code_lookup', 'password_check'])
    .where('id', '=', household)
    .executeTakeFirst();
  if (row === undefined) throw errors('not-found');
  const children = await reading(ctx.db)
    .selectFrom('guard.child')
    .select(columns)
    .where('household_id', '=', household)
    .orderBy('made_on')
    .orderBy('id')
    .execute();
  return {
    children: children.map((child) => factsOf(ctx, child)),
    hasCode: row.code_lookup !== null,
    hasPassword: row.password_check !== null,
  };
}

/** One child of the signed-in family. Throws `guard.not-found` for anybody else's. */
export async function childOfFamily(ctx: Ctx, child: string): Promise<ChildView> {
  const household = householdOf(ctx.actor);
  const row = await reading(ctx.db)
    .selectFrom('guard.child')
    .select(columns)
    .where('household_id', '=', household)
    .where('id', '=', child)
    .executeTakeFirst();
  if (row === undefined) throw errors('not-found');
  const devices = await reading(ctx.db)
    .selectFrom('guard.device')
    .select(['id', 'kind', 'made_on as madeOn'])
    .where('household_id', '=', household)
    .where('child_id', '=', child)
    .orderBy('made_on')
    .execute();
  const networks = await reading(ctx.db)
    .selectFrom('guard.network')
    .select(['id', 'prefix_box', 'made_on as madeOn'])
    .where('household_id', '=', household)
    .where('child_id', '=', child)
    .orderBy('made_on')
    .execute();
  const keyring = keyringOf(ctx.db);
  return {
    ...factsOf(ctx, row),
    devices,
    networks: networks.map(({ id, prefix_box: box, madeOn }) => ({
      id,
      madeOn,
      prefix: unboxField(keyring, { kind: 'guard.network', id }, box),
    })),
  };
}

/** A child by its own page; null where the family deleted it. */
export async function childById(ctx: Ctx, child: string): Promise<ChildFacts | null> {
  const row = await reading(ctx.db)
    .selectFrom('guard.child')
    .select(columns)
    .where('id', '=', child)
    .executeTakeFirst();
  return row === undefined ? null : factsOf(ctx, row);
}

/** The device with this id in the signed-in family. Throws `guard.not-found`. */
export async function deviceOfFamily(
  ctx: Ctx,
  device: string,
): Promise<{ id: string; kind: DeviceKind; child: string }> {
  const row = await reading(ctx.db)
    .selectFrom('guard.device')
    .select(['id', 'kind', 'child_id as child'])
    .where('household_id', '=', householdOf(ctx.actor))
    .where('id', '=', device)
    .executeTakeFirst();
  if (row === undefined) throw errors('not-found');
  return row;
}

interface ChildRow {
  id: string;
  name_box: Buffer;
  age_group: AgeGroup;
  lang: Lang;
  changes: Parameters<typeof linesOf>[1];
  page_hash: Buffer | null;
  page_opened: boolean;
}

function factsOf(ctx: Ctx, row: ChildRow): ChildFacts {
  const made = row.page_hash === null ? 'none' : 'made';
  return {
    id: row.id,
    name: unboxField(keyringOf(ctx.db), { kind: 'guard.child', id: row.id }, row.name_box),
    ageGroup: row.age_group,
    lang: row.lang,
    lines: linesOf(row.age_group, row.changes),
    page: row.page_opened ? 'opened' : made,
  };
}
