// SPDX-License-Identifier: EUPL-1.2
import { type Half, readHalf } from '../recovery/halves.ts';
import type { PrintedRecovery } from '../recovery/recovery-store.ts';

/** Both papers, typed back. For tests only. */
export function halvesOf(printed: PrintedRecovery): [Half, Half] {
  const read = (text: string): Half => {
    const typed = readHalf(text, printed.n);
    if (!('half' in typed)) throw new Error(`a printed half reads back, not ${typed.err}`);
    return typed.half;
  };
  return [read(printed.a), read(printed.b)];
}
