// SPDX-License-Identifier: EUPL-1.2

/** The only fields of a database error that may be logged (security 3.5, 4.7). */
export interface DatabaseErrorFields {
  /** SQLSTATE, or the socket's error code when there was no answer. */
  pgcode?: string;
  pgconstraint?: string;
  table?: string;
}

/**
 * A statement failed. `detail`, `where` and the like hold what people typed, so they are gone before anybody
 * can log them; the message is kept only for classes whose message never quotes a value.
 */
export class DatabaseFailure extends Error {
  readonly fields: DatabaseErrorFields;
  /** True when the database could not be reached or is going away: try later, answer 503. */
  readonly unavailable: boolean;

  constructor(message: string, fields: DatabaseErrorFields, unavailable: boolean) {
    super(message);
    this.name = 'DatabaseFailure';
    this.fields = fields;
    this.unavailable = unavailable;
  }
}

/** The program and this database do not fit. The message is one line for the person at the console. */
export class DatabaseRefusal extends Error {
  readonly code: string;
  readonly exitCode: number;

  constructor(code: string, message: string, exitCode = 1) {
    super(message);
    this.name = 'DatabaseRefusal';
    this.code = code;
    this.exitCode = exitCode;
  }
}

// Connection, resources, operator's intervention, syntax and names, states of transactions, integrity, Rowan's own
// CP codes. Not 22 (quotes the value), not P0 and XX (anything may be in them).
const SAFE_MESSAGE = /^(08|53|55|57|42|25|40|23|3D|3F|28|CP)/;
const UNAVAILABLE = /^(08|53300|57P0[1-5]|E[A-Z]+$)/;

/** Turns whatever the driver threw into a DatabaseFailure without a typed value in it. Other errors pass. */
export function cleanError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseFailure) return error;
  const code = textOf(error, 'code');
  if (code === undefined) {
    if (
      !/^(Connection terminated|Client has encountered|timeout exceeded|Cannot use a pool)/i.test(
        error.message,
      )
    )
      return error;
    return new DatabaseFailure('the database connection ended', { pgcode: '08006' }, true);
  }
  const fields: DatabaseErrorFields = { pgcode: code };
  const constraint = textOf(error, 'constraint');
  const table = textOf(error, 'table');
  if (constraint !== undefined) fields.pgconstraint = constraint;
  if (table !== undefined) fields.table = table;
  const message = SAFE_MESSAGE.test(code) ? error.message : 'the statement failed';
  const failure = new DatabaseFailure(`database ${code}: ${message}`, fields, UNAVAILABLE.test(code));
  if (error.stack !== undefined)
    failure.stack = `${failure.message}\n${error.stack.split('\n').slice(1).join('\n')}`;
  return failure;
}

/** What a log line may say of this error: nothing for errors that are not the database's. */
export function databaseErrorFields(error: unknown): DatabaseErrorFields {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const clean = cleanError(at);
    if (clean instanceof DatabaseFailure) return { ...clean.fields };
  }
  return {};
}

/** True when the database was not there, so that the caller may try again later. */
export function isUnavailable(error: unknown): boolean {
  const clean = cleanError(error);
  if (clean instanceof DatabaseFailure) return clean.unavailable;
  return clean instanceof Error && clean.cause !== undefined && isUnavailable(clean.cause);
}

function textOf(error: Error, field: 'code' | 'constraint' | 'table'): string | undefined {
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
