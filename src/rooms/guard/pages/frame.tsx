// SPDX-License-Identifier: EUPL-1.2
import type { MessageKey, Translate } from '#platform/i18n';
import type { AgeGroup, DeviceKind } from '../words.ts';

// Paths of this room, without the language, and small words that several pages say.

export const HOME = '/home';
export const FAMILY = '/home/family';
export const childPath = (child: string): string => `/home/child/${child}`;
export const devicePath = (device: string): string => `/home/device/${device}`;

/** The words for an age group, e.g. "9 to 12". */
export const ageWords = (t: Translate, group: AgeGroup): string => t(`guard.age.${group}`);

export const deviceWords = (t: Translate, kind: DeviceKind): string => t(`guard.device.${kind}`);

/** The name of a kind of site, as the room of ratings calls it. */
export function kindWords(t: Translate, code: string): string {
  // The code comes from the list of categories, each of which has its name in the catalogue of ratings.
  return t(`ratings.category.${code}` as MessageKey);
}

/** A network as people read it: one IPv4 address needs no length. */
export const networkWords = (prefix: string): string => prefix.replace(/\/32$/, '');
