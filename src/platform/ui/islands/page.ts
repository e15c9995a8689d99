// SPDX-License-Identifier: EUPL-1.2
// Comfort for public pages. Each part looks for its own marks and does nothing without them.
import { startCode } from './parts/code.ts';
import { startCounters } from './parts/counter.ts';
import { startLeave } from './parts/leave.ts';

startLeave();
startCode();
startCounters();
