// SPDX-License-Identifier: EUPL-1.2
import { type Answer, bytes, type Call, ProblemError } from '#platform/http';
import { sha256, toBase64url } from '#platform/seal';
import { versionOf } from '../store/read.ts';

/** What an answer for machines says about itself. */
interface Made {
  body: string;
  type: string;
  /** When the newest of what is in it was published. */
  at: Date | null;
  headers?: Record<string, string>;
}

type Asked = Pick<Call, 'ctx' | 'ifNoneMatch' | 'limiter' | 'view'>;

/**
 * Answers a machine with what `make` makes, or with 304 where it has that already: nothing here changes but by a
 * publication or another name of the installation. Throws `http.too-many` for whoever asks without pause.
 */
export async function freshAnswer(call: Asked, make: () => Promise<Made>): Promise<Answer> {
  if (call.limiter.hit('api').over > 0) throw new ProblemError('too-many', 'http.too-many');
  const version = await versionOf(call.ctx.db);
  const site = Buffer.from(`${version} ${call.view.site.name}`);
  const etag = `W/"${toBase64url(sha256(site)).slice(0, 16)}"`;
  const headers = { etag, 'cache-control': 'public, max-age=60' };
  if (call.ifNoneMatch?.split(/\s*,\s*/).includes(etag))
    return bytes('', 'text/plain', { status: 304, headers });
  const { body, type, at, headers: more = {} } = await make();
  const modified: Record<string, string> = at === null ? {} : { 'last-modified': at.toUTCString() };
  return bytes(body, type, { headers: { ...headers, ...modified, ...more } });
}
