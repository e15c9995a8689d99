// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '#platform/ctx';

/** Who makes campaigns, their days and their kits, and reads what was done. */
export const MAKERS = ['campaigner', 'librarian', 'secretariat'] as const satisfies readonly Role[];

/** Who fills a kit with local facts, supports a campaign, and sends reports. */
export const SENDERS = [...MAKERS, 'member'] as const satisfies readonly Role[];
