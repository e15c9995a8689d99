// SPDX-License-Identifier: EUPL-1.2
import pino from 'pino';

/**
 * The only fields a log line may carry (security.md 4.7). An allow-list, because a redaction list misses
 * the field somebody adds next year. Never a message of an error, a URL, an id of a person or report.
 */
export interface LogFields {
  role?: string;
  route?: string;
  verb?: string;
  status?: number;
  ms?: number;
  job?: string;
  requirement?: string;
  pgcode?: string;
  pgconstraint?: string;
  table?: string;
  n?: number;
}

export interface Log {
  info(code: string, fields?: LogFields): void;
  warn(code: string, fields?: LogFields): void;
  error(code: string, fields?: LogFields): void;
}

const allowed = new Set([
  'role',
  'route',
  'verb',
  'status',
  'ms',
  'job',
  'requirement',
  'pgcode',
  'pgconstraint',
  'table',
  'n',
]);

/** A log of codes to standard output, one JSON line each. `write` replaces the stream in tests. */
export function createLog(role: string, write?: (line: string) => void): Log {
  const options = {
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const out = pino(options, { write: write ?? writeInTurns() });
  const line = (level: 'info' | 'warn' | 'error') => (code: string, fields?: LogFields) =>
    out[level]({ code, role, ...keepAllowed(fields) });
  return { info: line('info'), warn: line('warn'), error: line('error') };
}

/** Standard output, written once a turn of the event loop: under load a write for each line costs more than the line. */
function writeInTurns(): (line: string) => void {
  const out = pino.destination({ fd: 1, sync: true });
  let waiting = '';
  const flush = () => {
    if (waiting !== '') out.write(waiting);
    waiting = '';
  };
  // Whatever ends the process but a kill, its last lines are said.
  process.on('exit', () => {
    flush();
    out.flushSync();
  });
  return (line) => {
    if (waiting === '') setImmediate(flush);
    waiting += line;
  };
}

/** A log that says nothing, for commands that print their own answer. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

function keepAllowed(fields: LogFields | undefined): LogFields {
  if (fields === undefined) return {};
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => allowed.has(name) && value !== undefined),
  );
}
