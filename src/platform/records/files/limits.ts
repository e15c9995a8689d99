// SPDX-License-Identifier: EUPL-1.2
import type { FileLimits } from '#platform/http';

/** What may be added at once: letters and hand-outs, not archives. */
export const FILE_LIMITS: FileLimits = { most: 5, bytes: 15 * 1024 * 1024 };
/** What a browser offers; the bytes are looked into all the same. */
export const FILE_ACCEPT = '.pdf,.txt,image/png,image/jpeg';
