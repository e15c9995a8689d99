// SPDX-License-Identifier: EUPL-1.2
import { choice, day, kind, line, link, links, prose } from '#platform/records';

/** Old and new text of a law side by side, a stricter sanction, and who was asked to pass it. */
export const amendment = kind({
  name: 'amendment',
  room: 'library',
  fields: {
    title: line({ words: true, need: true, search: 'A' }),
    why: prose({ words: true, need: true, search: 'B' }),
    law: link(['law'], { need: true, facet: true }),
    provision: link(['provision'], {}),
    oldText: prose({ words: true, search: 'C' }),
    newText: prose({ words: true, need: true, search: 'C' }),
    oldSanction: prose({ words: true, search: 'C' }),
    newSanction: prose({ words: true, search: 'C' }),
    gaps: links(['gap'], {}),
    proposal: choice('proposal', { need: true, facet: true }),
    proposedTo: line({ words: true, search: 'B' }),
    sent: day({}),
    answered: day({}),
    answer: prose({ words: true, search: 'C' }),
    becomes: links(['law', 'provision', 'draft-law'], {}),
  },
  title: 'title',
  lede: 'why',
  day: 'sent',
  course: 'reviewed',
  rights: { propose: ['lawyer'], edit: ['lawyer'], publish: ['lawyer'], fourEyes: true },
  reads: [
    ['text', 'why', 'law', 'provision', 'oldText', 'newText', 'oldSanction', 'newSanction'],
    ['steps', 'proposal', 'proposedTo', 'sent', 'answered', 'answer'],
    ['links', 'gaps', 'becomes'],
  ],
});
