// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';

export type RoleName = 'web' | 'worker' | 'guard';

/** What the environment decided, read once. Paths are absolute, ports are 0 to 65535 (0 picks a free one). */
export interface Config {
  data: string;
  host: string;
  port: number;
  httpsPort: number;
  dnsPort: number;
  dotPort: number;
  url: string | null;
  tlsCert: string | null;
  tlsKey: string | null;
  trustProxy: readonly string[];
  smtpUrl: string | null;
  roles: ReadonlySet<RoleName>;
  centre: string | null;
  edgeToken: string | null;
  centreKey: string | null;
  databaseUrl: string | null;
  lists: string | null;
  chromium: string | null;
  keyringKeyFile: string | null;
  backupRecipient: string | null;
  deskOrigin: string | null;
  denyNets: readonly string[];
  dnsUpstream: readonly string[];
  environment: 'production' | 'development' | 'test';
}

/** A setting that cannot be used. The message is one line for the person at the console. */
export class ConfigError extends Error {}

const port = z.coerce.number().int().min(0).max(65535);
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);
const origin = z.url({ protocol: /^https?$/ }).transform((text) => new URL(text).origin);

const settings = {
  ROWAN_DATA: z.string().default('./data'),
  ROWAN_HOST: z.string().default('127.0.0.1'),
  ROWAN_PORT: port.default(8080),
  ROWAN_HTTPS_PORT: port.default(8443),
  ROWAN_DNS_PORT: port.default(5354),
  ROWAN_DOT_PORT: port.default(8853),
  ROWAN_URL: origin.optional(),
  ROWAN_TLS_CERT: z.string().optional(),
  ROWAN_TLS_KEY: z.string().optional(),
  ROWAN_TRUST_PROXY: list
    .pipe(z.array(z.string().refine(isNetwork, 'must be addresses or networks')))
    .optional(),
  ROWAN_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  ROWAN_ROLES: list.pipe(z.array(z.enum(['web', 'worker', 'guard'])).min(1)).optional(),
  ROWAN_CENTRE: origin.optional(),
  ROWAN_EDGE_TOKEN: z.string().min(16).optional(),
  ROWAN_CENTRE_KEY: z.string().optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  ROWAN_LISTS: z.string().optional(),
  ROWAN_CHROMIUM: z.string().optional(),
  ROWAN_TEST_DATABASE_URL: z.string().optional(),
  ROWAN_KEYRING_KEY_FILE: z.string().optional(),
  ROWAN_BACKUP_RECIPIENT: z.string().optional(),
  ROWAN_DESK_ORIGIN: origin.optional(),
  ROWAN_DENY_NETS: list.pipe(z.array(z.string().refine(isNetwork, 'must be networks'))).optional(),
  ROWAN_DNS_UPSTREAM: list.pipe(z.array(z.string().min(1))).optional(),
} as const;

/**
 * Reads every setting from `env`. Relative paths count from `cwd`.
 * Throws ConfigError for a value that cannot be used and for a ROWAN_ name nobody knows, because a
 * misspelt protection that is silently ignored is worse than a start that stops.
 */
export function readConfig(env: NodeJS.ProcessEnv, cwd: string): Config {
  refuseUnknown(env);
  const parsed = z.object(settings).safeParse(withoutEmpty(env));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  const set = parsed.data;
  if ((set.ROWAN_TLS_CERT === undefined) !== (set.ROWAN_TLS_KEY === undefined)) {
    throw new ConfigError('ROWAN_TLS_CERT and ROWAN_TLS_KEY go together: set both or none.');
  }
  const path = (text: string | undefined) => (text === undefined ? null : resolve(cwd, text));
  return {
    data: resolve(cwd, set.ROWAN_DATA),
    host: set.ROWAN_HOST,
    port: set.ROWAN_PORT,
    httpsPort: set.ROWAN_HTTPS_PORT,
    dnsPort: set.ROWAN_DNS_PORT,
    dotPort: set.ROWAN_DOT_PORT,
    url: set.ROWAN_URL ?? null,
    tlsCert: path(set.ROWAN_TLS_CERT),
    tlsKey: path(set.ROWAN_TLS_KEY),
    trustProxy: set.ROWAN_TRUST_PROXY ?? [],
    smtpUrl: set.ROWAN_SMTP_URL ?? null,
    roles: new Set(set.ROWAN_ROLES ?? ['web', 'worker', 'guard']),
    centre: set.ROWAN_CENTRE ?? null,
    edgeToken: set.ROWAN_EDGE_TOKEN ?? null,
    centreKey: set.ROWAN_CENTRE_KEY ?? null,
    databaseUrl: set.DATABASE_URL ?? null,
    lists: path(set.ROWAN_LISTS),
    chromium: set.ROWAN_CHROMIUM ?? null,
    keyringKeyFile: path(set.ROWAN_KEYRING_KEY_FILE),
    backupRecipient: set.ROWAN_BACKUP_RECIPIENT ?? null,
    deskOrigin: set.ROWAN_DESK_ORIGIN ?? null,
    denyNets: set.ROWAN_DENY_NETS ?? [],
    dnsUpstream: set.ROWAN_DNS_UPSTREAM ?? systemResolvers(),
    environment:
      env.NODE_ENV === 'test' ? 'test' : env.NODE_ENV === 'development' ? 'development' : 'production',
  };
}

function withoutEmpty(env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

function refuseUnknown(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(env)) {
    if (name.startsWith('ROWAN_') && !(name in settings)) {
      throw new ConfigError(`${name} is not a setting of Rowan. docs/settings.md lists them.`);
    }
  }
}

function isNetwork(text: string): boolean {
  return ipaddr.isValid(text) || ipaddr.isValidCIDR(text);
}

// An edge on a plain machine forwards to what the machine itself asks.
function systemResolvers(): string[] {
  try {
    const lines = readFileSync('/etc/resolv.conf', 'utf8').split('\n');
    return lines.flatMap((line) => /^nameserver\s+(\S+)/.exec(line)?.[1] ?? []);
  } catch {
    return [];
  }
}
