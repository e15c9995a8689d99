// SPDX-License-Identifier: EUPL-1.2
export { type Config, ConfigError, type RoleName, readConfig } from './read-config.ts';
export { workerFile } from './worker-file.ts';
