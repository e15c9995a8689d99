// SPDX-License-Identifier: EUPL-1.2
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import { renderPage, type View } from '#platform/ui';
import type { Answer } from './answer.ts';

interface Target {
  reply: FastifyReply;
  view: View;
  acceptEncoding: string;
}

/** Writes an answer. Pages are compressed: CSRF tokens are masked afresh for each, so BREACH learns nothing. */
export async function send(answer: Answer, target: Target): Promise<void> {
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
      sendText(renderPage(target.view, answer.body), 'text/html; charset=utf-8', target);
  }
}

// 5 is where brotli's size stops falling fast and its time has not yet begun to rise.
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const WORTH_COMPRESSING = 1400;

function sendText(body: string | Buffer, type: string, target: Target): void {
  const { reply, acceptEncoding } = target;
  reply.header('content-type', type);
  if (body.length < WORTH_COMPRESSING || type.startsWith('image/')) {
    reply.send(body);
    return;
  }
  reply.header('vary', 'accept-encoding');
  if (/\bbr\b/.test(acceptEncoding)) {
    reply.header('content-encoding', 'br').send(brotliCompressSync(body, quality));
  } else if (/\bgzip\b/.test(acceptEncoding)) {
    reply.header('content-encoding', 'gzip').send(gzipSync(body));
  } else {
    reply.send(body);
  }
}
