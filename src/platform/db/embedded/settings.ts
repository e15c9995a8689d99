// SPDX-License-Identifier: EUPL-1.2

/**
 * What the embedded PostgreSQL is started with, given by `-c` so that no file can drift. The lines about logging are
 * security: with PostgreSQL's defaults a failing statement writes what a person typed into its log.
 */
const SETTINGS = {
  listen_addresses: '',
  max_connections: '60',
  shared_buffers: '128MB',
  max_wal_size: '1GB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
  track_activity_query_size: '100',
} as const;

/** Arguments of `postgres` after `-D`. `fsync` false only in tests. */
export function settingArguments(socketFolder: string, fsync: boolean): string[] {
  const flag = fsync ? 'on' : 'off';
  const all = {
    ...SETTINGS,
    unix_socket_directories: socketFolder,
    fsync: flag,
    full_page_writes: flag,
    // Also in tests: what was committed survives a kill of PostgreSQL, only not a power cut.
    synchronous_commit: 'on',
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
