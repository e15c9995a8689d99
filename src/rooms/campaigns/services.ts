// SPDX-License-Identifier: EUPL-1.2
import type { PrintCompiler } from './print/compiler.ts';

/** What the routes of this room work with besides a context. */
export interface RoomServices {
  compiler: PrintCompiler;
}
