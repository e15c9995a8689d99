// SPDX-License-Identifier: EUPL-1.2
import { isIP } from 'node:net';

/**
 * The name that passkeys of this installation belong to: the host of its public address. An IP address is no
 * name; then there are no passkeys and people sign in with password and code.
 */
export function relyingParty(origin: string): string | null {
  const { hostname } = new URL(origin);
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? hostname : null;
}

/**
 * The page's origin that an answer names, or null where it is not ours. The host must be the very one, because
 * a passkey would also answer on names below it; the port is nobody's identity.
 */
export function ownOrigin(clientData: string, rpId: string): { origin: string; challenge: string } | null {
  try {
    const said: unknown = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8'));
    const { origin, challenge } = Object(said) as { origin?: unknown; challenge?: unknown };
    if (typeof origin !== 'string' || typeof challenge !== 'string') return null;
    const { hostname, protocol } = new URL(origin);
    const safe = protocol === 'https:' || hostname === 'localhost';
    return safe && hostname === rpId ? { origin, challenge } : null;
  } catch {
    return null;
  }
}
