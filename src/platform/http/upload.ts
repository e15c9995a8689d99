// SPDX-License-Identifier: EUPL-1.2
import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import { type Typed, typedOf } from './form.ts';
import { ProblemError } from './problems.ts';

/** What a route that takes files allows: how many at once, and the bytes of each. */
export interface FileLimits {
  most: number;
  bytes: number;
}

/** One file as it was sent. Neither its name nor its type is believed: look at the bytes. */
export interface SentFile {
  field: string;
  name: string;
  bytes: Buffer;
}

export interface Upload {
  typed: Typed;
  files: SentFile[];
}

/** A multipart body that nobody has read yet. The caller's right to send it is looked at first (H5). */
export interface UnreadUpload {
  stream: Readable;
  contentType: string;
}

export const isUnread = (body: unknown): body is UnreadUpload =>
  typeof body === 'object' && body !== null && 'stream' in body && 'contentType' in body;

/** Reads a multipart body whole. Throws `too-large` past the limits and `bad-request` where it is no multipart. */
export function readUpload({ stream, contentType }: UnreadUpload, limits: FileLimits): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const pairs: [string, string][] = [];
    const files: SentFile[] = [];
    const stop = (error: ProblemError) => {
      stream.unpipe();
      stream.resume();
      reject(error);
    };
    const tooLarge = () => stop(new ProblemError('too-large', 'http.file-too-large'));
    let parser: InstanceType<typeof Busboy>;
    try {
      parser = new Busboy({ headers: { 'content-type': contentType }, limits: busboyLimits(limits) });
    } catch {
      stop(new ProblemError('bad-request', 'http.bad-request'));
      return;
    }
    parser.on('field', (name, value, ...isCut) => {
      if (isCut[0] || isCut[1]) tooLarge();
      else pairs.push([name, value]);
    });
    parser.on('file', (field, part, name) => {
      const chunks: Buffer[] = [];
      part.on('data', (chunk: Buffer) => chunks.push(chunk));
      part.on('limit', tooLarge);
      part.on('end', () => {
        const bytes = Buffer.concat(chunks);
        if (bytes.length > 0) files.push({ field, name: name ?? '', bytes });
      });
    });
    for (const event of ['partsLimit', 'filesLimit', 'fieldsLimit']) parser.on(event, tooLarge);
    parser.on('error', () => stop(new ProblemError('bad-request', 'http.bad-request')));
    parser.on('finish', () => resolve({ typed: typedOf(pairs), files }));
    stream.on('error', () => stop(new ProblemError('bad-request', 'http.bad-request')));
    stream.pipe(parser);
  });
}

const FIELD_BYTES = 64 * 1024;
const MOST_FIELDS = 100;

const busboyLimits = ({ most, bytes }: FileLimits) => ({
  files: most,
  fileSize: bytes,
  fields: MOST_FIELDS,
  fieldSize: FIELD_BYTES,
  fieldNameSize: 200,
  parts: most + MOST_FIELDS,
  headerPairs: 20,
});
