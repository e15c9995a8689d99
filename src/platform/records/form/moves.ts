// SPDX-License-Identifier: EUPL-1.2
import type { Kind } from '../kind/kind.ts';
import { rowKeys, type Typed } from './typed.ts';

/** A button of a form other than Save. */
export type Move =
  | { act: 'find'; name: string }
  | { act: 'add'; name: string }
  | { act: 'remove' | 'up' | 'down'; name: string; key: string };

/** Which button was pressed; null for Save. Enter in a search box asks for its results and does not save. */
export function moveIn(typed: Typed): Move | null {
  const go = String(typed.go ?? '');
  const [act = '', target = ''] = go.split(':');
  const [name = '', key = ''] = target.split('/');
  if (act === 'find') return { act, name: target };
  if (act === 'add') return { act, name };
  if (act === 'remove' || act === 'up' || act === 'down') return { act, name, key };
  if (go !== '') return null;
  const box = Object.keys(typed).find((input) => input.startsWith('find.') && typed[input] !== '');
  return box === undefined ? null : { act: 'find', name: box.slice('find.'.length) };
}

/** The form after a button for its rows was pressed: all that was typed stays. `newKey` brings a key for a new row. */
export function moveRows(kind: Kind, typed: Typed, by: { move: Move; newKey: () => string }): Typed {
  const { move } = by;
  if (move.act === 'find' || kind.fields[move.name]?.as !== 'rows') return typed;
  const keys = rowKeys(typed, move.name);
  return { ...typed, [`${move.name}[]`]: arranged(keys, move, by.newKey) };
}

function arranged(keys: string[], move: Exclude<Move, { act: 'find' }>, newKey: () => string): string[] {
  if (move.act === 'add') return [...keys, newKey()];
  const at = keys.indexOf(move.key);
  if (at < 0) return keys;
  if (move.act === 'remove') return keys.toSpliced(at, 1);
  const to = move.act === 'up' ? at - 1 : at + 1;
  const other = keys[to];
  return other === undefined ? keys : keys.with(at, other).with(to, move.key);
}
