// SPDX-License-Identifier: EUPL-1.2

export type CookieName = '__Host-rowan' | '__Host-home' | '__Host-desk';

/** A session cookie: no Expires, so the browser forgets it when it closes. */
export function setCookie(name: CookieName, token: string): string {
  return `${name}=${token}; Path=/; Secure; HttpOnly; SameSite=Strict`;
}

export function clearCookie(name: CookieName): string {
  return `${name}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0`;
}

/** Reads a Cookie header. A name that comes twice is dropped: somebody planted the second. */
export function readCookies(header: string | undefined): Map<string, string> {
  const seen = new Map<string, string>();
  const twice = new Set<string>();
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at < 0) continue;
    const name = part.slice(0, at).trim();
    if (seen.has(name)) twice.add(name);
    seen.set(name, part.slice(at + 1).trim());
  }
  for (const name of twice) seen.delete(name);
  return seen;
}
