// SPDX-License-Identifier: EUPL-1.2

// Reported addresses are dangerous text (hotline.md R16): compared, shown, copied without their teeth, never followed.

export interface ReadAddress {
  /** One spelling for all that lead to the same place: what duplicates are found by. */
  key: string;
  host: string;
  hasPath: boolean;
}

/** Reads what somebody typed as a web address, or null. A name without a scheme is one a browser would complete. */
export function readAddress(text: string): ReadAddress | null {
  const typed = text.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `http://${typed}`;
  if (/\s/u.test(typed) || !URL.canParse(whole)) return null;
  const { protocol, hostname, port, pathname, search } = new URL(whole);
  if ((protocol !== 'http:' && protocol !== 'https:') || !hostname.includes('.')) return null;
  const host = hostname.replace(/\.$/, '');
  const path = pathname.replace(/\/+$/, '');
  const place = `${host.replace(/^www\./, '')}${port === '' ? '' : `:${port}`}${path}${search}`;
  return { key: place, host, hasPath: path !== '' || search !== '' };
}

/** Words in which no mail program finds a link: every scheme loses its teeth, everything else stays as written. */
export function withoutLinks(text: string): string {
  return text.replace(/\bhttp(?=s?:\/\/)/gi, 'hxxp').replace(/\bwww\./gi, 'www[.]');
}

/** The same address as text that no program turns into a link: hxxps://chat[.]example/room. */
export function defang(address: string): string {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*:\/\/)?(.*)$/is.exec(address) ?? [];
  const slash = rest.search(/[/?#]/);
  const host = slash < 0 ? rest : rest.slice(0, slash);
  const tail = slash < 0 ? '' : rest.slice(slash);
  return scheme.replace(/^http/i, 'hxxp') + host.replaceAll('.', '[.]') + tail;
}
