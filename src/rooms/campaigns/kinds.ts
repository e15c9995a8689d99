// SPDX-License-Identifier: EUPL-1.2
import type { Kind } from '#platform/records';
import { activityReport } from './kinds/activity-report.ts';
import { campaign } from './kinds/campaign.ts';
import { kitText } from './kinds/kit-text.ts';
import { observance } from './kinds/observance.ts';
import { theme } from './kinds/theme.ts';

/** Every kind of the room, in the order in which menus show them. */
export const kinds: readonly Kind[] = [campaign, observance, theme, kitText, activityReport];
