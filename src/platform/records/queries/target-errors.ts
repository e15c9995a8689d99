// SPDX-License-Identifier: EUPL-1.2
import type { Ctx } from '#platform/ctx';
import type { FieldError } from '#platform/ui';
import { levelOf } from '../access.ts';
import { missingFiles } from '../files/find-file.ts';
import { inputName } from '../form/typed.ts';
import type { FileRef } from '../kind/fields.ts';
import type { Kind } from '../kind/kind.ts';
import type { Facts } from '../record.ts';
import { linksIn, missingTargets } from '../store/targets.ts';

/**
 * Links and files that name nothing this person may name, as errors beside their fields. What stood there before may
 * stay.
 */
export async function targetErrors(
  ctx: Ctx,
  kind: Kind,
  { facts, before }: { facts: Facts; before: Facts },
): Promise<FieldError[]> {
  const old = linksIn(kind.name, before);
  const missing = await missingTargets(ctx.db, kind.name, { facts, level: levelOf(ctx.actor) });
  const links = missing.filter((one) => !old.some(({ field, id }) => field === one.field && id === one.id));
  const names = [
    ...new Set(links.map(({ field }) => field)),
    ...(await fieldsWithoutFiles(ctx, kind, facts)),
  ];
  return names.flatMap((name) => {
    const field = kind.fields[name];
    return field === undefined
      ? []
      : [
          {
            field: inputName({ name, field }),
            message: `records.form.wrong-${field.as}` as FieldError['message'],
          },
        ];
  });
}

async function fieldsWithoutFiles(ctx: Ctx, kind: Kind, facts: Facts): Promise<string[]> {
  const names: string[] = [];
  for (const [name, { as }] of Object.entries(kind.fields)) {
    const refs = as === 'files' ? ((facts[name] ?? []) as FileRef[]) : [];
    if ((await missingFiles(ctx.db, refs)).length > 0) names.push(name);
  }
  return names;
}
