// SPDX-License-Identifier: EUPL-1.2
import sharp from 'sharp';
import type { SentFile } from '#platform/http';
import type { MessageKey } from '#platform/i18n';
import { LEAST_WIDTH } from '../limits.ts';

export const LOGO_LIMITS = { most: 3, bytes: 4 * 1024 * 1024 };
const MOST_WIDTH = 1600;
const MOST_PIXELS = 40_000_000;

/** A logo drawn anew as PNG, so that nothing but its dots is kept; or the sentence why it is not taken. */
export async function readLogo(
  file: SentFile,
): Promise<{ logo: { name: string; bytes: Buffer } } | { error: MessageKey }> {
  if (!isPicture(file.bytes)) return { error: 'campaigns.facts.logo-type' };
  try {
    const picture = sharp(file.bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 });
    const { width } = await picture.metadata();
    if (width < LEAST_WIDTH) return { error: 'campaigns.facts.logo-small' };
    const bytes = await picture
      .rotate()
      .resize({ width: MOST_WIDTH, height: MOST_WIDTH, fit: 'inside', withoutEnlargement: true })
      .png({ compressionLevel: 9 })
      .toBuffer();
    return { logo: { name: plainName(file.name), bytes } };
  } catch {
    return { error: 'campaigns.facts.logo-type' };
  }
}

const isPicture = (bytes: Buffer) =>
  ['\x89PNG\r\n\x1a\n', '\xff\xd8\xff'].some((start) =>
    bytes.subarray(0, 8).toString('latin1').startsWith(start),
  );

const plainName = (name: string) =>
  name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}/\\]+/gu, ' ')
    .replace(/\.[^.]{0,5}$/, '')
    .trim()
    .slice(0, 80) || 'logo';
