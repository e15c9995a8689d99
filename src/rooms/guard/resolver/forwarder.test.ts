// SPDX-License-Identifier: EUPL-1.2
import { ROOT_NAME, textToName } from '@rowan/dns-wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type StubUpstream, startStub } from '../testing/stub-upstream.ts';
import { Forwarder } from './forwarder.ts';

const question = {
  name: textToName('www.example.org') ?? ROOT_NAME,
  qtype: 1,
  dnssecOk: false,
  checkingDisabled: false,
};
/** The kernel refuses to connect to it, as it does to any server when the machine has lost its network. */
const NO_WAY = { address: '255.255.255.255', port: 53 };

let stub: StubUpstream;
beforeEach(async () => {
  stub = await startStub();
});
afterEach(() => stub.stop());

describe('a server that no way leads to', () => {
  it('is passed over, and the next one is asked', async () => {
    const here = { address: '127.0.0.1', port: stub.port };
    const forwarder = new Forwarder([NO_WAY, here], [1000, 1000]);
    expect((await forwarder.ask(question)).kind).toBe('answer');
  });

  it('is said to be one where there is no other', async () => {
    expect((await new Forwarder([NO_WAY], [1000, 1000]).ask(question)).kind).toBe('network');
  });
});
