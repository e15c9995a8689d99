// SPDX-License-Identifier: EUPL-1.2
import type { GuideFile } from '../item.ts';
import bullying from './bullying.json' with { type: 'json' };
import games from './games.json' with { type: 'json' };
import newPhone from './new-phone.json' with { type: 'json' };
import pictures from './pictures.json' with { type: 'json' };
import platform from './platform.json' with { type: 'json' };
import privacy from './privacy.json' with { type: 'json' };
import scams from './scams.json' with { type: 'json' };
import strangers from './strangers.json' with { type: 'json' };
import tooMuch from './too-much.json' with { type: 'json' };

/** A worry a file, each in two versions and eight languages. */
export const guideFiles = [
  bullying,
  games,
  newPhone,
  pictures,
  platform,
  privacy,
  scams,
  strangers,
  tooMuch,
] as unknown as readonly GuideFile[];
