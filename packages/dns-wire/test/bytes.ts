// SPDX-License-Identifier: Apache-2.0

/** Bytes written as hex; spaces and line ends are free, text in quotes is ASCII. */
export function bytes(text: string): Uint8Array {
  const hex = text.replace(/"([^"]*)"/g, (_, ascii: string) =>
    Array.from(ascii, (char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join(''),
  );
  const digits = hex.replace(/\s+/g, '');
  if (!/^([0-9a-f]{2})*$/i.test(digits)) throw new Error(`not hex: ${text}`);
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) =>
    Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  );
}

export function hex(of: Uint8Array): string {
  return Array.from(of, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Fails the test instead of carrying a null on. */
export function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('expected a value');
  return value;
}
