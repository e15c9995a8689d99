// SPDX-License-Identifier: EUPL-1.2
import type { seedContent } from '#library';
import days from './days.json' with { type: 'json' };
import kits from './kits.json' with { type: 'json' };

type Items = NonNullable<Parameters<typeof seedContent>[1]>;

/** The starting content: days as their sources tell them, and one campaign of ours with its kit. */
export const contentItems = (): Items => [...days, ...kits] as unknown as Items;
