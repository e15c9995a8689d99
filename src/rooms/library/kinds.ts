// SPDX-License-Identifier: EUPL-1.2

import type { Kind } from '#platform/records';
import { amendment } from './kinds/amendment.ts';
import { declaration } from './kinds/declaration.ts';
import { draftLaw } from './kinds/draft-law.ts';
import { duty } from './kinds/duty.ts';
import { eventReport } from './kinds/event-report.ts';
import { gap } from './kinds/gap.ts';
import { guide } from './kinds/guide.ts';
import { guideline } from './kinds/guideline.ts';
import { law } from './kinds/law.ts';
import { letter } from './kinds/letter.ts';
import { news } from './kinds/news.ts';
import { practice } from './kinds/practice.ts';
import { pressRelease } from './kinds/press-release.ts';
import { programme } from './kinds/programme.ts';
import { provision } from './kinds/provision.ts';
import { resource } from './kinds/resource.ts';
import { strategyBrief } from './kinds/strategy-brief.ts';
import { tool } from './kinds/tool.ts';
import { word } from './kinds/word.ts';

/** Every kind of the library, in the order in which menus show them. */
export const kinds: readonly Kind[] = [
  guide,
  practice,
  resource,
  tool,
  guideline,
  strategyBrief,
  law,
  provision,
  duty,
  gap,
  amendment,
  draftLaw,
  declaration,
  programme,
  word,
  news,
  pressRelease,
  eventReport,
  letter,
];
