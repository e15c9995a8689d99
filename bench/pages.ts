// SPDX-License-Identifier: EUPL-1.2
// Pages a second of whole pages, server and client on one machine: the server has one event loop, so this is about a
// core. The peer is Fastify answering a fixed text of the same size in the same run: the floor nobody can go below.
import { join } from 'node:path';
import Fastify from 'fastify';
import { signInAs } from '../src/app/rehearsal/desk.ts';
import { cookieLine, findReport, sendReport } from '../src/app/rehearsal/report.ts';
import { startRehearsal } from '../src/app/rehearsal/spawn.ts';
import { pagesPerSecond } from './setting/load.ts';
import { median } from './setting/median.ts';

const GOAL = 5000;

export async function bench({ quick }: { quick: boolean }) {
  const dist = join(import.meta.dirname, '..');
  const world = await startRehearsal({ dist, env: {} });
  const floor = Fastify();
  floor.get('/', (_request, reply) => reply.type('text/html').send('x'.repeat(6000)));
  const floorUrl = await floor.listen({ port: 0, host: '127.0.0.1' });
  try {
    const told = await sendReport(world.url);
    const back = await findReport(world.url, told.code);
    if (back === null) throw new Error('the code opened nothing');
    const desk = await signInAs(world, 'Linden');
    const pages = [
      { what: 'home', path: '/en' },
      { what: 'question', path: '/en/report' },
      { what: 'rating page', path: '/en/check/example.org' },
      { what: 'progress', path: '/en/progress', cookie: cookieLine(back) },
      { what: 'queue', path: '/en/desk', cookie: desk.cookie },
    ];
    const ms = quick ? 1000 : 4000;
    const rounds = quick ? 1 : 5;
    const rows = [];
    for (const page of pages) {
      const own: number[] = [];
      const peer: number[] = [];
      // Warm-up, then rounds in turn, so that a noisy neighbour meets both.
      await pagesPerSecond(world.url, page, 500);
      for (let round = 0; round < rounds; round++) {
        own.push(await pagesPerSecond(world.url, page, ms));
        peer.push(await pagesPerSecond(floorUrl, { path: '/' }, ms));
      }
      const isPublic = page.what === 'home' || page.what === 'question' || page.what === 'rating page';
      const rate = Math.round(median(own));
      const floorRate = Math.round(median(peer));
      rows.push({
        what: page.what,
        unit: 'pages/s',
        rowan: rate,
        peer: 'fastify fixed text',
        peer_value: floorRate,
        ratio: Number((rate / floorRate).toFixed(3)),
        goal: isPublic ? `>= ${GOAL}` : null,
        holds: isPublic && !quick ? rate >= GOAL : null,
      });
    }
    return rows;
  } finally {
    await floor.close();
    await world.destroy();
  }
}
