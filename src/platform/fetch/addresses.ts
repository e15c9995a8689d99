// SPDX-License-Identifier: EUPL-1.2
import ipaddr from 'ipaddr.js';

export type Network = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Reads networks or single addresses as `ROWAN_DENY_NETS` lists them. */
export function readNetworks(texts: readonly string[]): Network[] {
  return texts.map((text) =>
    text.includes('/')
      ? ipaddr.parseCIDR(text)
      : [ipaddr.parse(text), ipaddr.parse(text).kind() === 'ipv4' ? 32 : 128],
  );
}

/**
 * Whether an address may be connected to: ordinary unicast only. Mapped and translated forms (v4-mapped, 6to4,
 * NAT64, Teredo) have ranges of their own in ipaddr.js and are refused with the rest (security.md 4.5).
 */
export function mayConnect(address: string, denied: readonly Network[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return !denied.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits));
}
