// SPDX-License-Identifier: EUPL-1.2
import { idOf, type View } from '#platform/ui';
import type { Kind } from '../kind/kind.ts';
import { deskPath } from '../pages/address.ts';
import { fieldKey, label } from '../pages/labels.ts';
import type { Lack } from '../record.ts';
import type { WorkView } from './work-view.ts';

/** What a record lacks, in words that name the field. */
export function lackWords(view: View, kind: Kind, lack: Lack): string {
  const field =
    lack.field === ''
      ? label(view, `${kind.room}.kind.${kind.name}`)
      : label(view, fieldKey(kind, lack.field));
  return view.t('records.work.lack', { field, what: label(view, lack.message) });
}

/** The input where the lack is mended. */
export function lackHref(view: View, work: WorkView, { field }: Lack): string {
  const { kind, record } = work;
  if (field === '') return deskPath(view, record.id);
  const [name = '', , cell] = field.split('/');
  const declared = cell === undefined ? kind.fields[name] : kind.fields[name]?.cells[cell];
  const side = declared?.words ? `words/${record.tongue}` : 'facts';
  return `${deskPath(view, record.id, side)}#${idOf(field)}`;
}
