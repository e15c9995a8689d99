// SPDX-License-Identifier: EUPL-1.2
import { parse } from 'tldts';

// What people paste: whole addresses, and names such as example.org/room that a browser would complete.
const LINK = /\bhttps?:\/\/[^\s<>"'`]+/giu;
const NAME = /(?<![\w@./-])(?:[a-z0-9а-яё-]{1,63}\.){1,8}[a-zа-яё]{2,24}(?:\/[^\s<>"'`]*)?/giu;
const TAIL = /[.,;:!?)\]}'"»”’…。，、！？]+$/u;

/** Addresses in somebody's words, in order, each once. A mail address is none of them. */
export function findAddresses(text: string): string[] {
  const whole = [...text.matchAll(LINK)].map(([link]) => link);
  const names = [...text.replace(LINK, ' ').matchAll(NAME)].map(([name]) => name);
  // "the end.Then" looks like a name, but no register knows such an ending.
  const known = names.filter((name) => parse(name).isIcann === true);
  return [...new Set([...whole, ...known].map((address) => address.replace(TAIL, '')))];
}

/** Whether a line is one web address and nothing else. Only http and https: what a desk can look into. */
export function isAddress(text: string): boolean {
  if (/\s/u.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (protocol === 'http:' || protocol === 'https:') && hostname.includes('.');
}
