// SPDX-License-Identifier: EUPL-1.2
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { TestName } from '../resolver/messages.ts';

/** Where the installation has no name of its own; `.internal` is nobody's in the world. */
const NAMELESS = 'test.rowan.internal';
const EVERYWHERE = new Set(['0.0.0.0', '::']);

/**
 * The name by which a family sees that protection is on: `test.` in front of the installation's own. Only this resolver
 * knows it, and it leads back here.
 */
export function testNameOf(url: string | null, host: string): TestName {
  const own = url === null ? '' : new URL(url).hostname.replace(/^\[|\]$/g, '');
  const isName = own !== '' && own !== 'localhost' && isIP(own) === 0;
  const addresses = EVERYWHERE.has(host) ? ownAddresses() : [host];
  return { name: isName ? `test.${own}` : NAMELESS, addresses: isIP(own) === 0 ? addresses : [own] };
}

/** The address of the page behind the test name, as the page at `origin` links to it. */
export function testLink(origin: string, test: string, path: string): string {
  const link = new URL(path, origin);
  link.hostname = test;
  return link.href;
}

function ownAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const reachable = all.filter(({ internal, address }) => !internal && !address.startsWith('fe80:'));
  return reachable.map(({ address }) => address);
}
