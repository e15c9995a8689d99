// SPDX-License-Identifier: EUPL-1.2
import type { GuideFile } from '../item.ts';
import bullying from './bullying.json' with { type: 'json' };
import pictures from './pictures.json' with { type: 'json' };
import strangers from './strangers.json' with { type: 'json' };

/** A worry a file, each in two versions and eight languages. */
export const guideFiles = [bullying, pictures, strangers] as unknown as readonly GuideFile[];
