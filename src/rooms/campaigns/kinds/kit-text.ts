// SPDX-License-Identifier: EUPL-1.2
import { day, kind, line, prose, rows, web } from '#platform/records';
import { MAKERS } from '../rights.ts';

/** The words of a kit: posters and leaflets take them by the names of their boxes. */
export const kitText = kind({
  name: 'kit-text',
  room: 'campaigns',
  fields: {
    name: line({ words: true, need: true, search: 'A' }),
    headline: line({ words: true, need: true, search: 'B' }),
    line: line({ words: true, need: true, search: 'C' }),
    body: prose({ words: true, search: 'C' }),
    call: line({ words: true, need: true, search: 'C' }),
    radio: prose({ words: true, search: 'C' }),
    speech: prose({ words: true, search: 'C' }),
    message: prose({ words: true, search: 'C' }),
    // What leaders said, word for word and with the place it was said (H19).
    messages: rows(
      {
        who: line({}),
        office: line({ words: true }),
        on: day({}),
        said: prose({ words: true, search: 'C' }),
        source: web({}),
      },
      {},
    ),
  },
  title: 'name',
  lede: 'headline',
  course: 'reviewed',
  rights: { propose: MAKERS, edit: MAKERS, publish: MAKERS, fourEyes: true },
  reads: [
    ['poster', 'headline', 'line', 'call'],
    ['leaflet', 'body'],
    ['spoken', 'radio', 'speech'],
    ['leaders', 'message', 'messages'],
  ],
  backlinks: [{ kind: 'campaign', field: 'kit' }],
});
