// SPDX-License-Identifier: EUPL-1.2
import type { Route } from './route.ts';

export type HeaderClass = Route['cache'] | 'asset';

const features = [
  'accelerometer',
  'ambient-light-sensor',
  'autoplay',
  'bluetooth',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];
const closed = features.map((name) => `${name}=()`).join(', ');
const keysOff = 'publickey-credentials-get=(), publickey-credentials-create=()';
const keysSelf = 'publickey-credentials-get=(self), publickey-credentials-create=(self)';

const pageCsp =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const everywhere: Record<string, string> = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'x-dns-prefetch-control': 'off',
};

const byClass: Record<HeaderClass, Record<string, string>> = {
  public: { 'content-security-policy': pageCsp, 'cache-control': 'max-age=60' },
  private: {
    'content-security-policy': pageCsp,
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
  },
  asset: {
    'content-security-policy': "default-src 'none'",
    'cache-control': 'public, max-age=31536000, immutable',
  },
  api: {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
  },
};

interface Circumstances {
  tls: boolean;
  desk: boolean;
  hidden: boolean;
  connect?: boolean;
}

const made = new Map<string, Readonly<Record<string, string>>>();

/** The headers of security.md 4.4 for one answer, whatever its status. `tls`: it left over HTTPS. */
export function securityHeaders(
  kind: HeaderClass,
  { tls, desk, hidden, connect = false }: Circumstances,
): Readonly<Record<string, string>> {
  const name = `${kind} ${tls} ${desk} ${hidden} ${connect}`;
  const known = made.get(name) ?? Object.freeze(headersOf(kind, { tls, desk, hidden, connect }));
  made.set(name, known);
  return known;
}

function headersOf(kind: HeaderClass, options: Circumstances): Record<string, string> {
  const headers: Record<string, string> = {
    ...everywhere,
    ...byClass[kind],
    'permissions-policy': `${closed}, ${options.desk ? keysSelf : keysOff}`,
  };
  if (options.connect === true) headers['content-security-policy'] += "; connect-src 'self'";
  // Demo, rehearsal and unfinished installations must not be found by a child who searches (H12).
  if (options.hidden) headers['x-robots-tag'] = 'noindex, nofollow';
  if (options.tls) headers['strict-transport-security'] = 'max-age=63072000';
  return headers;
}
