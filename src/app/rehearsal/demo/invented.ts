// SPDX-License-Identifier: EUPL-1.2
import type { InventedReport } from '../../../rooms/reports/plugin.ts';

/** One list for each kind of website. Every name ends in `.example`, which nobody can register (RFC 2606). */
export interface InventedList {
  category: string;
  hosts: string[];
}

const cross = (first: string, second: string) =>
  first.split(' ').flatMap((one) => second.split(' ').map((two) => `${one}-${two}.example`));

export const inventedLists: readonly InventedList[] = [
  { category: 'gambling', hosts: cross('lucky golden star royal happy', 'casino slots bets poker dice') },
  { category: 'adult', hosts: cross('night velvet red midnight', 'adults grownups over18 lounge') },
  { category: 'chat', hosts: cross('quick open random late', 'chat talk rooms strangers') },
  { category: 'games', hosts: cross('pixel dragon moon rocket', 'games arcade quest run') },
  { category: 'piracy', hosts: cross('free fast all', 'films songs copies books') },
  { category: 'dating', hosts: cross('heart spark two', 'dates match meet') },
  { category: 'scam', hosts: cross('prize gift cheap', 'winner voucher phones') },
];

/** What invented people told. No name, place or number in it is anybody's. */
export const inventedReports: readonly InventedReport['answers'][] = [
  {
    who: 'teen',
    what: 'tricked',
    where: { text: 'https://sneakers.cheat.example/sale', unknown: false },
    more: 'I paid for shoes with my savings and nothing came. They do not answer any more.',
    wishes: ['know', 'remove'],
    answer: 'code',
  },
  {
    who: 'under-13',
    what: 'mean',
    where: { text: 'The class chat on https://quick-chat.example/class', unknown: false },
    safe: 'yes',
    more: 'They made a group about me and laugh at how I talk.',
    wishes: ['stop', 'talk'],
  },
  {
    who: 'teen',
    what: 'unsafe',
    asks: ['secret', 'other-app'],
    where: { text: 'https://dragon-quest.example/lobby', unknown: false },
    safe: 'unsure',
    more: 'Somebody I met in the game wants me to write on another app and tell nobody.',
    wishes: ['unsure'],
    answer: 'code',
  },
  {
    who: 'parent',
    advice: true,
    age: '7-9',
    knows: 'yes',
    what: 'saw',
    where: { text: 'https://cartoons.scary.example/episode-4', unknown: false },
    done: ['platform'],
    more: 'It looks like a cartoon for small children and turns into something frightening.',
    wishes: ['remove', 'know'],
    answer: 'code',
  },
  {
    who: 'professional',
    age: '13-15',
    knows: 'yes',
    what: 'tricked',
    where: { text: 'https://prize-winner.example/form\nhttps://gift-voucher.example/', unknown: false },
    done: ['school', 'family'],
    more: 'Four pupils of one class gave their addresses and a card number of their parents for a prize.',
    wishes: ['remove', 'stop'],
    answer: 'code',
  },
  {
    who: 'not-said',
    what: 'saw',
    where: { text: 'https://random-strangers.example/', unknown: false },
    more: '',
    wishes: ['know'],
    answer: 'code',
  },
  {
    who: 'under-13',
    what: 'other',
    where: { text: '', unknown: true },
    more: 'My tablet shows windows that I cannot close and they say I must pay.',
    wishes: ['talk'],
  },
];
