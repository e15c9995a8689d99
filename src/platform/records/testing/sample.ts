// SPDX-License-Identifier: EUPL-1.2
import {
  choice,
  choices,
  code,
  day,
  files,
  line,
  link,
  links,
  number,
  prose,
  rows,
  web,
  yes,
} from '../kind/fields.ts';
import { kind } from '../kind/kind.ts';

/** A reviewed kind of an invented room, with every type of field. */
export const deed = kind({
  name: 'deed',
  room: 'attic',
  fields: {
    name: line({ words: true, need: true, search: 'A' }),
    summary: prose({ words: true, search: 'B' }),
    text: prose({ words: true, search: 'C' }),
    hint: prose({ words: true, seen: 'staff' }),
    forMembers: line({ words: true, seen: 'members' }),
    reference: code({ need: true, search: 'A' }),
    dated: day({ facet: true }),
    pages: number({}),
    site: web({}),
    open: yes({}),
    country: choice('attic-country', { facet: true }),
    topics: choices('attic-topic', { facet: true }),
    keeper: link(['keeper'], { facet: true }),
    answers: links(['deed'], {}),
    secretly: links(['deed'], { seen: 'staff' }),
    contact: line({ seen: 'staff' }),
    papers: files({}),
    said: rows(
      {
        who: line({ search: 'B' }),
        office: line({ words: true }),
        words: prose({ words: true, search: 'C' }),
        phone: line({ seen: 'staff' }),
        from: choice('attic-country', {}),
        aside: line({ words: true, seen: 'staff' }),
      },
      {},
    ),
  },
  title: 'name',
  lede: 'summary',
  day: 'dated',
  identifiers: ['reference'],
  course: 'reviewed',
  rights: {
    propose: ['librarian', 'clerk'],
    edit: ['librarian', 'clerk'],
    publish: ['librarian', 'reviewer'],
    fourEyes: true,
  },
  reads: [
    [
      'about',
      'summary',
      'text',
      'reference',
      'dated',
      'pages',
      'site',
      'open',
      'country',
      'topics',
      'keeper',
    ],
    ['more', 'answers', 'papers', 'said', 'forMembers'],
    ['desk', 'hint', 'secretly', 'contact'],
  ],
  backlinks: [{ kind: 'deed', field: 'answers' }],
});

/** Published by whoever may, as they save. */
export const keeper = kind({
  name: 'keeper',
  room: 'attic',
  fields: { name: line({ words: true, need: true, search: 'A' }), site: web({}) },
  title: 'name',
  course: 'direct',
  rights: { propose: ['librarian', 'clerk'], edit: ['librarian', 'clerk'], publish: ['librarian'] },
  reads: [['about', 'site']],
  backlinks: [{ kind: 'deed', field: 'keeper' }],
});

/** A register for staff alone. */
export const receipt = kind({
  name: 'receipt',
  room: 'attic',
  fields: {
    subject: line({ words: true, need: true, search: 'A' }),
    number: code({ need: true, search: 'A' }),
    from: link(['keeper'], { facet: true }),
  },
  title: 'subject',
  identifiers: ['number'],
  course: 'kept',
  rights: { propose: ['clerk'], edit: ['clerk'], publish: ['clerk'] },
  reads: [['about', 'number', 'from']],
});

/** For members; anybody may propose one. */
export const tip = kind({
  name: 'tip',
  room: 'attic',
  fields: { name: line({ words: true, need: true, search: 'A' }), about: links(['deed', 'keeper'], {}) },
  title: 'name',
  course: 'reviewed',
  seen: 'members',
  rights: { propose: ['anyone'], edit: ['librarian'], publish: ['librarian'] },
  reads: [['about', 'about']],
});

export const attic = { kinds: [deed, keeper, receipt, tip] };
