// SPDX-License-Identifier: EUPL-1.2

// Hosts are stored by their labels from the top, separated by spaces: `org example www`. A space sorts before every
// character of a host, so in the order of bytes a name stands right before the names below it, without exception.

/** `www.example.org` as `org example www`. */
export function nameKey(host: string): string {
  return host.split('.').reverse().join(' ');
}

/** `org example www` as `www.example.org`. */
export function hostOfKey(key: string): string {
  return key.split(' ').reverse().join('.');
}

/** Keys of the names above, the nearest first; top-level domains are not among them, nobody rates those. */
export function keysAbove(key: string): string[] {
  const labels = key.split(' ');
  const keys: string[] = [];
  for (let count = labels.length - 1; count >= 2; count--) keys.push(labels.slice(0, count).join(' '));
  return keys;
}

/** Keys of all names below lie between these two, both excluded. */
export function keysBelow(key: string): { after: string; before: string } {
  return { after: `${key} `, before: `${key}!` };
}
