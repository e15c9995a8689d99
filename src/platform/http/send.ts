// SPDX-License-Identifier: EUPL-1.2
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import { renderPage, type View } from '#platform/ui';
import type { Answer } from './answer.ts';
import type { KeptPage } from './page-memory.ts';

interface Target {
  reply: FastifyReply;
  view: View;
  acceptEncoding: string;
}

const HTML = 'text/html; charset=utf-8';

/**
 * Writes an answer. Pages are compressed: CSRF tokens are masked afresh for each, so BREACH learns nothing. `keep` gets
 * a page that may be sent again as it is.
 */
export async function send(
  answer: Answer,
  target: Target,
  keep: ((page: KeptPage) => void) | null = null,
): Promise<void> {
  const { reply } = target;
  reply.code(answer.status).headers(answer.headers);
  for (const cookie of answer.cookies) reply.header('set-cookie', cookie);
  switch (answer.kind) {
    case 'redirect':
      reply.header('location', answer.to).send();
      return;
    case 'json':
      sendText(JSON.stringify(answer.body), 'application/json; charset=utf-8', target);
      return;
    case 'bytes':
      sendText(answer.body, answer.type, target);
      return;
    case 'page':
      sendPage(answer, target, keep);
  }
}

function sendPage(
  answer: Extract<Answer, { kind: 'page' }>,
  target: Target,
  keep: ((page: KeptPage) => void) | null,
): void {
  const html = renderPage(target.view, answer.body);
  if (keep === null || answer.status !== 200 || answer.cookies.length > 0) {
    sendText(html, HTML, target);
    return;
  }
  const kept: KeptPage = { headers: answer.headers, body: Buffer.from(html), packed: {} };
  keep(kept);
  sendKept(kept, target);
}

/** Writes a page that was kept. Its compressed form is made for the first who takes it. */
export function sendKept(page: KeptPage, target: Pick<Target, 'reply' | 'acceptEncoding'>): void {
  target.reply.code(200).headers(page.headers);
  sendText(page.body, HTML, { ...target, packed: page.packed });
}

// 5 is where brotli's size stops falling fast and its time has not yet begun to rise.
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const WORTH_COMPRESSING = 1400;
// Pictures and PDF are small already, and large enough to hold up everybody else.
const SHRINKS = /^text\/|[/+](json|xml|javascript)\b/;

interface Wire extends Pick<Target, 'reply' | 'acceptEncoding'> {
  packed?: KeptPage['packed'];
}

function sendText(body: string | Buffer, type: string, { reply, acceptEncoding, packed = {} }: Wire): void {
  reply.header('content-type', type);
  if (body.length < WORTH_COMPRESSING || !SHRINKS.test(type)) {
    reply.send(body);
    return;
  }
  reply.header('vary', 'accept-encoding');
  if (/\bbr\b/.test(acceptEncoding)) {
    packed.br ??= brotliCompressSync(body, quality);
    reply.header('content-encoding', 'br').send(packed.br);
  } else if (/\bgzip\b/.test(acceptEncoding)) {
    packed.gzip ??= gzipSync(body);
    reply.header('content-encoding', 'gzip').send(packed.gzip);
  } else {
    reply.send(body);
  }
}
