// SPDX-License-Identifier: EUPL-1.2
import type { View } from '#platform/ui';
import type { Kind } from './kind/kind.ts';
import { kinds } from './registry.ts';

/** Names of the kinds whose room is not among those that this country leaves to others (design.md 2). */
export function openKinds(off: readonly string[]): string[] {
  return openOf(off).map(({ name }) => name);
}

/** The kinds that a reader of this page may be led to. */
export function kindsOpenIn(view: Pick<View, 'site'>): readonly Kind[] {
  return openOf(view.site.offRooms.map(({ room }) => room));
}

/** For a question over everything: their names, or nothing at all while every room is open. */
export function narrowedToOpen(view: Pick<View, 'site'>): { kinds?: string[] } {
  const open = kindsOpenIn(view);
  return open.length === kinds().length ? {} : { kinds: open.map(({ name }) => name) };
}

const openOf = (off: readonly string[]) => kinds().filter(({ room }) => !off.includes(room));
