// SPDX-License-Identifier: EUPL-1.2
import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { getPublicSuffix } from 'tldts';
import type { Refusal } from './refusals.ts';

// What counts as a host here: 2 or more labels of 1 to 63 of a-z 0-9 - _, none beginning or ending with a hyphen,
// together at most 253 (RFC 1035, 2.3.4; RFC 2181, 11 for the underscore, which real names have); the last label
// begins with a letter, so that no address passes for a name. Names in other scripts become ASCII by UTS 46.

const HOST = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;
const CHARACTERS = /^[a-z0-9_.-]+$/;
const MAX_HOST_LENGTH = 253;

/**
 * Last labels that never reach the public name system (RFC 6761, 6762, 7686, 8375, 9476 and what home routers use).
 * `example` and `test` are not among them: drills and lessons use them.
 */
const LOCAL_ENDS = new Set([
  'local',
  'localhost',
  'localdomain',
  'internal',
  'intranet',
  'lan',
  'home',
  'corp',
  'arpa',
  'onion',
  'alt',
  'invalid',
]);
/** What the head of a hosts file names. */
const LOCAL_NAMES = new Set(['broadcasthost', 'local', 'localhost', 'loopback']);
const LOCAL_NAME = /^ip6-(?:localhost|loopback|localnet|mcastprefix|allnodes|allrouters|allhosts)$/;

export type ReadHost = { host: string; refusal: null } | { host: null; refusal: Refusal };

/**
 * Reads one name as a list or a person writes it: any case, one final dot, any script. Gives the name in lower-case
 * ASCII without the dot, or the reason why it is none.
 */
export function readHost(raw: string): ReadHost {
  const name = normal(raw);
  if (name !== null && name.length <= MAX_HOST_LENGTH && HOST.test(name)) {
    return LOCAL_ENDS.has(name.slice(name.lastIndexOf('.') + 1))
      ? no('local-name')
      : { host: name, refusal: null };
  }
  return no(name === null ? 'bad-idn' : whyNot(name));
}

/** True where everything below the name belongs to others: `co.uk`, and `blogspot.com` as much. */
export function isPublicSuffix(host: string): boolean {
  return (
    getPublicSuffix(host, { allowPrivateDomains: true, extractHostname: false, validateHostname: false }) ===
    host
  );
}

/** Lower case, ASCII, without the final dot; null where IDNA refuses the name. */
function normal(raw: string): string | null {
  const text = raw.endsWith('.') ? raw.slice(0, -1) : raw;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything that is not ASCII
  if (!/[^\x00-\x7f]/.test(text)) return text.toLowerCase();
  const ascii = domainToASCII(text);
  return ascii === '' ? null : ascii;
}

const no = (refusal: Refusal): ReadHost => ({ host: null, refusal });

function whyNot(name: string): Refusal {
  if (name.startsWith('||') || name.startsWith('@@') || /[\^=$|]/.test(name)) return 'other-format';
  if (name.includes('*')) return 'wildcard';
  if (isAddress(name)) return 'address';
  if (/^[a-z][a-z0-9+.-]*:\/\//.test(name) || /[/?#@:]/.test(name)) return 'has-path';
  if (/\s/.test(name)) return 'several-words';
  if (name.length > MAX_HOST_LENGTH) return 'too-long';
  if (!CHARACTERS.test(name)) return /[a-z0-9]/.test(name) ? 'bad-character' : 'not-a-host';
  if (LOCAL_NAMES.has(name) || LOCAL_NAME.test(name)) return 'local-name';
  const labels = name.split('.');
  if (labels.length === 1) return LABEL.test(name) ? 'one-label' : 'bad-label';
  return 'bad-label';
}

/** An address as a URL would read it, so that 127.1 and 0x7f.1 are no names either. */
function isAddress(name: string): boolean {
  const bare = name.replace(/^\[|\]$/g, '').replace(/(?<=^\d+\.\d+\.\d+\.\d+)[:/]\d+$/, '');
  return isIP(bare) !== 0 || /^(?:0x[0-9a-f]+|\d+)(?:\.(?:0x[0-9a-f]+|\d+)){0,3}$/.test(bare);
}
