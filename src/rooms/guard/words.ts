// SPDX-License-Identifier: EUPL-1.2

// The words of this room that are stored: their spelling never changes.

/** Age groups; each is also the code of the level it starts with. */
export const AGE_GROUPS = ['under-9', '9-12', '13-15', '16-17'] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];

export const DEVICE_KINDS = ['android', 'iphone', 'windows', 'mac', 'chromebook', 'other'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** What a family says to one kind of site. */
export const LINE_ANSWERS = ['allow', 'ask', 'block'] as const;
export type LineAnswer = (typeof LINE_ANSWERS)[number];

/** Lines that differ from the level, by the category's code. */
export type Changes = Readonly<Record<string, LineAnswer>>;
