// SPDX-License-Identifier: EUPL-1.2
export { createLog, type Log, type LogFields, silentLog } from './log.ts';
