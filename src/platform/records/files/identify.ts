// SPDX-License-Identifier: EUPL-1.2

/** What a file may be. Everything else is refused: what we cannot look into we do not hand on. */
export const FILE_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  text: 'text/plain; charset=utf-8',
} as const;
export type FileType = keyof typeof FILE_TYPES;

const START = { pdf: '%PDF-', png: '\x89PNG\r\n\x1a\n', jpeg: '\xff\xd8\xff' } as const;

/** The type of a file by its bytes alone; null for one that is not taken. Its name says nothing. */
export function identify(bytes: Buffer): FileType | null {
  const head = bytes.subarray(0, 1024).toString('latin1');
  if (head.startsWith(START.png)) return 'png';
  if (head.startsWith(START.jpeg)) return 'jpeg';
  if (head.startsWith(START.pdf)) return 'pdf';
  return isPlainText(bytes) ? 'text' : null;
}

// SVG, HTML and XML are text that a browser runs; a script file is text that a system runs.
const runs = /^\s*(<[!?a-z]|#!|\{\\rtf)|<(script|svg|html|iframe|object|embed)\b/i;

function isPlainText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a text has none but line ends and tabs
    return !/[\u0000-\u0008\u000b\u000e-\u001f]/.test(text) && !runs.test(text);
  } catch {
    return false;
  }
}

const ENDINGS: Record<FileType, string> = { pdf: '.pdf', png: '.png', jpeg: '.jpg', text: '.txt' };

/** A name that is safe to save under and ends as its type does, made from the one that was sent. */
export function fileName(sent: string, type: FileType): string {
  const base = sent
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]{0,8}$/, '')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*%;]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 100)
    .trim();
  return `${base || 'file'}${ENDINGS[type]}`;
}
