// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import type { View } from '#platform/ui';
import type { Field, FileRef } from '../kind/fields.ts';
import type { Kind } from '../kind/kind.ts';
import { linkedTitles } from '../store/titles.ts';
import { schemesOf, termWords } from './vocabulary.ts';

/** Says a value of a unit as plain text, for differences and clashes. */
export type ValueText = (unit: string, value: unknown) => string;

/** The field or cell of a unit; undefined where the kind has none such any more. */
export function fieldAt(kind: Kind, unit: string): Field | undefined {
  const [name = '', , cell] = unit.split('/');
  return cell === undefined ? kind.fields[name] : kind.fields[name]?.cells[cell];
}

/** Prepares {@link ValueText} for these values: titles instead of numbers, labels instead of codes. */
export async function valueText(
  db: Db,
  { kind, view, values }: { kind: Kind; view: View; values: readonly [unit: string, value: unknown][] },
): Promise<ValueText> {
  const terms = await termWords(db, schemesOf(kind), view);
  const ids = values.flatMap(([unit, value]) => {
    const as = fieldAt(kind, unit)?.as;
    return as === 'link' || as === 'links' ? [value ?? []].flat().map(Number) : [];
  });
  const titles = await linkedTitles(db, ids, { lang: view.lang, face: 1, level: 2 });
  const one = (field: Field | undefined, value: unknown): string => {
    switch (field?.as) {
      case 'choice':
      case 'choices':
        return terms(field.scheme ?? '', String(value));
      case 'link':
      case 'links':
        return titles.get(Number(value))?.title ?? String(value);
      case 'files':
        return (value as FileRef).name;
      case 'yes':
        return view.t(value === true ? 'records.value.yes' : 'records.value.no');
      default:
        return typeof value === 'object' ? JSON.stringify(value) : String(value);
    }
  };
  return (unit, value) =>
    value === undefined || value === null
      ? ''
      : [value]
          .flat()
          .map((part) => one(fieldAt(kind, unit), part))
          .join('\n');
}
