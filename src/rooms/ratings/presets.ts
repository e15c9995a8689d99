// SPDX-License-Identifier: EUPL-1.2
import { ALLOW_ALWAYS, BLOCK_EVERYONE, type Verdict } from '@rowan/rating-index';

/** How a household's starting level treats ages. A family may change every line of it. */
export interface Preset {
  readonly code: string;
  /** Open without asking up to this minimum age. */
  readonly openTo: number;
  /** A grown-up is asked up to this one; above, blocked. */
  readonly askTo: number;
}

/**
 * One for each age band of ux.md J6. A band asks about what its older children may have and its younger may not.
 * There is none for adults: an age level is never anybody's default (H4).
 */
export const PRESETS: readonly Preset[] = [
  { code: 'under-9', openTo: 6, askTo: 8 },
  { code: '9-12', openTo: 9, askTo: 12 },
  { code: '13-15', openTo: 13, askTo: 15 },
  { code: '16-17', openTo: 16, askTo: 17 },
];

export type PresetAnswer = 'allow' | 'ask' | 'block';

/** What a preset says to a verdict; null is a host nobody said anything about. */
export function presetAnswer(preset: Preset, verdict: Verdict | null): PresetAnswer {
  if (verdict === null) return 'allow';
  if ((verdict.flags & BLOCK_EVERYONE) !== 0) return 'block';
  if ((verdict.flags & ALLOW_ALWAYS) !== 0 || verdict.minAge <= preset.openTo) return 'allow';
  return verdict.minAge <= preset.askTo ? 'ask' : 'block';
}
