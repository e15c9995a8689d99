// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './read-config.ts';

describe('settings', () => {
  it('takes the documented defaults from an empty environment', () => {
    const config = readConfig({}, '/srv/rowan');
    expect(config).toMatchObject({
      data: '/srv/rowan/data',
      host: '127.0.0.1',
      port: 8080,
      dnsPort: 5354,
      databaseUrl: null,
      environment: 'production',
    });
    expect([...config.roles]).toEqual(['web', 'worker', 'guard']);
  });

  it('refuses a misspelt setting by its name', () => {
    expect(() => readConfig({ ROWAN_PROT: '1' }, '/')).toThrow(ConfigError);
    expect(() => readConfig({ ROWAN_PROT: '1' }, '/')).toThrow('ROWAN_PROT');
  });

  it('reads an empty value as not set', () => {
    expect(readConfig({ ROWAN_PORT: '', DATABASE_URL: '' }, '/')).toMatchObject({
      port: 8080,
      databaseUrl: null,
    });
  });

  it.each([
    ['ROWAN_PORT', '99999'],
    ['ROWAN_ROLES', 'web,cook'],
    ['ROWAN_URL', 'example.org'],
    ['ROWAN_TRUST_PROXY', 'everyone'],
    ['ROWAN_TLS_CERT', '/only/one'],
  ])('refuses %s=%s and names it', (name, value) => {
    expect(() => readConfig({ [name]: value }, '/')).toThrow(name);
  });
});
