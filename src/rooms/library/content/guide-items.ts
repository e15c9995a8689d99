// SPDX-License-Identifier: EUPL-1.2
import { SAFETY_WORRIES } from '../guards.ts';
import type { ContentItem, GuideFile } from './item.ts';

/** The two records of one worry, which name each other. */
export function guideItems({ worry, safety, versions }: GuideFile): ContentItem[] {
  const shared = { kind: 'guide', mark: 'own', safety: safety || SAFETY_WORRIES.includes(worry) } as const;
  const facts = shared.safety ? { worry, safety: true } : { worry };
  const child = `guide-${worry}-child`;
  const adult = `guide-${worry}-adult`;
  return [
    {
      ...shared,
      alias: child,
      facts: { ...facts, audience: 'child', ages: ['9-12', '13-17'] },
      later: { counterpart: adult },
      words: versions.child,
    },
    {
      ...shared,
      alias: adult,
      facts: { ...facts, audience: 'parent', ages: ['adult'], counterpart: child },
      words: versions.adult,
    },
  ];
}
