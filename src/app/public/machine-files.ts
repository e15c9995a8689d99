// SPDX-License-Identifier: EUPL-1.2
import { type AnyRoute, bytes, defineRoute, json, notFound } from '#platform/http';
import type { Services } from '../services.ts';
import { contactLink } from './documents/document.ts';

const PLAIN = 'text/plain; charset=utf-8';

/** Pages that belong to one person or to staff. They say noindex too; this spares crawlers the visit. */
const CLOSED = ['desk', 'setup', 'report', 'code', 'progress', 'home', 'i/'];
/** The same without a language in front. */
const CLOSED_BARE = [...CLOSED, 'k/', 'd/', 'exit'];

const DAY = 86_400_000;
/** RFC 9116 advises less than a year; whoever copied the file asks again after this. */
const SECURITY_DAYS = 90;

/** Files at the addresses where machines look for them. */
export function machineFiles({ installation }: Services): AnyRoute[] {
  return [
    file('robots', '/robots.txt', () => {
      const { kind, finishedOn } = installation.current();
      return bytes(robots(kind === 'real' && finishedOn !== null), PLAIN);
    }),
    // Nothing is sold or passed on, so a browser's wish is kept before it is spoken (globalprivacycontrol.org).
    file('gpc', '/.well-known/gpc.json', () => json({ gpc: true, lastUpdate: '2026-11-21' })),
    file('security-txt', '/.well-known/security.txt', ({ ctx, origin }) => {
      const { contact, languages } = installation.current();
      if (contact === '') return notFound();
      const lines = [
        `Contact: ${contactLink(contact)}`,
        `Expires: ${new Date(ctx.now.getTime() + SECURITY_DAYS * DAY).toISOString()}`,
        ...(languages.length === 0 ? [] : [`Preferred-Languages: ${languages.join(', ')}`]),
        `Canonical: ${origin}/.well-known/security.txt`,
      ];
      return bytes(`${lines.join('\n')}\n`, PLAIN);
    }),
  ];
}

function file(name: string, path: string, handle: AnyRoute['handle']): AnyRoute {
  return defineRoute({
    name,
    verb: 'GET',
    path,
    localized: false,
    access: 'public',
    cache: 'public',
    handle,
  });
}

/** A demonstration, a rehearsal and a place that is not ready are not to be found at all (H12). */
function robots(isOpen: boolean): string {
  const closed = isOpen
    ? [...CLOSED_BARE.map((path) => `/${path}`), ...CLOSED.map((path) => `/*/${path}`)]
    : ['/'];
  return ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), ''].join('\n');
}
