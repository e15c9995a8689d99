// SPDX-License-Identifier: EUPL-1.2
import type { Panel } from '#platform/records';
import { adoptionPanel } from './adoption-panel.tsx';
import { besidePanel, walkPanel } from './law-panels.tsx';
import { practiceWork, thanks } from './practice-panels.tsx';
import { tasksPanel } from './task-panel.tsx';

/** What the library shows under the fields of its records. */
export const panels: Readonly<Record<string, readonly Panel[]>> = {
  practice: [thanks, practiceWork],
  resource: [thanks],
  guideline: [adoptionPanel],
  letter: [tasksPanel],
  law: [walkPanel, tasksPanel],
  amendment: [besidePanel],
};
