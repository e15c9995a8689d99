// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { questions, type Server } from './asking.ts';

const LONGEST_START_MS = 120_000;

/** Where Unbound is installed; null where it is not. It need not be on the path of an ordinary user. */
export function findUnbound(): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, 'unbound')).find((path) => existsSync(path)) ?? null;
}

export interface UnboundOptions {
  readonly program: string;
  /** A folder of its own for the configuration. */
  readonly folder: string;
  readonly hosts: number;
  readonly hostOf: (i: number) => string;
  /** Port of the server on 127.0.0.1 that it hands other names on to. */
  readonly upstream: number;
}

/** Starts Unbound with one thread, the hosts and all below them closed by local-zone, everything else forwarded. */
export async function startUnbound(options: UnboundOptions): Promise<Server> {
  const { program, folder, hosts, hostOf } = options;
  const port = await freePort();
  const zones = join(folder, 'zones.conf');
  writeZones(zones, hosts, hostOf);
  const config = join(folder, 'unbound.conf');
  writeFileSync(config, configuration({ folder, port, zones, upstream: options.upstream }));
  const began = performance.now();
  const child = spawn(program, ['-d', '-p', '-c', config], { stdio: 'ignore' });
  const { pid } = child;
  if (pid === undefined) throw new Error('Unbound could not be started');
  const stop = async () => {
    const ended = once(child, 'exit');
    if (child.kill('SIGKILL')) await ended;
  };
  try {
    await answers(port, child, questions(1, () => hostOf(0))[0] ?? new Uint8Array());
  } catch (error) {
    await stop();
    throw error;
  }
  const ready = performance.now() - began;
  return {
    name: `${version(program)} local-zone`,
    port,
    ready,
    used: () => Promise.resolve(usedBy(pid)),
    stop,
  };
}

function configuration(how: { folder: string; port: number; zones: string; upstream: number }): string {
  return `server:
  directory: "${how.folder}"
  chroot: ""
  username: ""
  pidfile: ""
  use-syslog: no
  logfile: ""
  verbosity: 0
  num-threads: 1
  do-daemonize: no
  do-ip6: no
  interface: 127.0.0.1@${how.port}
  access-control: 127.0.0.0/8 allow
  do-not-query-localhost: no
  module-config: "iterator"
  include: "${how.zones}"
remote-control:
  control-enable: no
forward-zone:
  name: "."
  forward-addr: 127.0.0.1@${how.upstream}
`;
}

function writeZones(path: string, hosts: number, hostOf: (i: number) => string): void {
  const file = openSync(path, 'w');
  for (let from = 0; from < hosts; from += 100_000) {
    const lines: string[] = [];
    for (let i = from; i < Math.min(hosts, from + 100_000); i++) {
      lines.push(`local-zone: "${hostOf(i)}." always_nxdomain\n`);
    }
    writeSync(file, lines.join(''));
  }
  closeSync(file);
}

async function freePort(): Promise<number> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const { port } = socket.address();
  await new Promise<void>((resolve) => socket.close(resolve));
  return port;
}

/** Asks again and again until something comes back. */
async function answers(port: number, child: ChildProcess, packet: Uint8Array): Promise<void> {
  const socket = createSocket('udp4');
  const heard = new Promise<true>((resolve) => socket.once('message', () => resolve(true)));
  try {
    for (const end = performance.now() + LONGEST_START_MS; ; ) {
      if (child.exitCode !== null || performance.now() > end) throw new Error('Unbound does not answer');
      socket.send(packet, port, '127.0.0.1');
      const pause = new Promise<false>((resolve) => setTimeout(resolve, 20, false));
      if (await Promise.race([heard, pause])) return;
    }
  } finally {
    socket.close();
  }
}

function version(program: string): string {
  const [, number = ''] = /Version (\S+)/.exec(execFileSync(program, ['-V'], { encoding: 'utf8' })) ?? [];
  return `unbound ${number}`;
}

/** Linux: a tick of user and system time is 10 ms. */
function usedBy(pid: number): { cpu: number; rss: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return { cpu: (Number(fields[11]) + Number(fields[12])) * 10_000, rss: Number(kilobytes) / 1024 };
}
