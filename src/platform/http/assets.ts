// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import type { View } from '#platform/ui';
import { securityHeaders } from './headers.ts';

/** The built files of `dist/assets`, held in memory with their compressed form. */
export interface Assets {
  names: View['assets'];
  register(app: FastifyInstance): void;
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Reads `<dist>/assets.json` and the files it names. Throws when the build did not run. */
export function loadAssets(dist: string): Assets {
  const names: View['assets'] = JSON.parse(readFileSync(join(dist, 'assets.json'), 'utf8'));
  const files = readdirSync(join(dist, 'assets')).map((name) => {
    const body = readFileSync(join(dist, 'assets', name));
    return {
      name,
      body,
      packed: brotliCompressSync(body),
      type: types[extname(name)] ?? 'application/octet-stream',
    };
  });
  return {
    names,
    register(app) {
      for (const file of files) {
        app.get(`/assets/${file.name}`, (request, reply) => {
          const tls = request.protocol === 'https';
          reply.headers(securityHeaders('asset', { tls, desk: false, hidden: false }));
          reply.header('content-type', file.type).header('vary', 'accept-encoding');
          const packed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
          if (packed) reply.header('content-encoding', 'br');
          return reply.send(packed ? file.packed : file.body);
        });
      }
    },
  };
}
