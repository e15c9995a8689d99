// SPDX-License-Identifier: EUPL-1.2
import { isIP, isIPv6 } from 'node:net';
import type { Upstream } from '../resolver/messages.ts';

const DNS_PORT = 53;

/**
 * Reads `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1` and `[2001:db8::1]:5353`. What is no address is left out: a name
 * would have to be looked up by the very resolver that is being set up.
 */
export function readUpstreams(settings: readonly string[]): Upstream[] {
  return settings.flatMap((text) => {
    if (isIPv6(text)) return [{ address: text, port: DNS_PORT }];
    const [, inBrackets, plain, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
    const address = inBrackets ?? plain ?? '';
    const number = Number(port ?? DNS_PORT);
    return isIP(address) !== 0 && number > 0 && number < 65_536 ? [{ address, port: number }] : [];
  });
}
