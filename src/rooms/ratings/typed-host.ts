// SPDX-License-Identifier: EUPL-1.2

/**
 * The host in what a person typed or pasted: a link, a link without its beginning, or a name. Whether it is a host is
 * for `readHost` to say.
 */
export function hostOfTyped(typed: string): string {
  const text = typed.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
  const authority = text.split(/[/?#\s]/, 1)[0] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  return host.replace(/:\d*$/, '');
}
