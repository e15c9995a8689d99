// SPDX-License-Identifier: EUPL-1.2
import sharp from 'sharp';

const MOST_PIXELS = 50_000_000;
const LONGEST_SIDE = 4000;

/**
 * Draws a picture anew, so that nothing but its pixels is kept: no place, no name of a camera, no second file behind it.
 * Null where it cannot be read, or would fill memory.
 */
export async function renewPicture(bytes: Buffer, type: 'png' | 'jpeg'): Promise<Buffer | null> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });
    return await (type === 'png'
      ? picture.png({ compressionLevel: 9 })
      : picture.jpeg({ quality: 85, mozjpeg: true })
    ).toBuffer();
  } catch {
    return null;
  }
}
