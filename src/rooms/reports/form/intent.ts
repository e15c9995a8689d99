// SPDX-License-Identifier: EUPL-1.2
import type { Answers } from './answers.ts';
import { inDanger, mayDenounce } from './flow.ts';

/** What a report is for. Read from what would help, never asked as a legal choice (H24). */
export const INTENTS = ['tell', 'notify', 'denounce', 'help'] as const;
export type Intent = (typeof INTENTS)[number];

/**
 * Reads the intent from the wishes. Denouncing needs a wish, an act against a child, and a yes after the page
 * that says what then happens. Whoever is in danger or wants to talk asks for help before anything else.
 */
export function intentOf(answers: Answers): Intent {
  if (answers.who === 'company') return 'notify';
  const wishes = answers.wishes ?? [];
  if (mayDenounce(answers) && answers.denounce === 'yes') return 'denounce';
  if (inDanger(answers) || wishes.includes('talk') || answers.denounce === 'talk') return 'help';
  if (wishes.some((wish) => wish === 'remove' || wish === 'stop' || wish === 'tell')) return 'notify';
  return 'tell';
}
