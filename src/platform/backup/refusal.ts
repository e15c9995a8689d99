// SPDX-License-Identifier: EUPL-1.2

/** A backup cannot be made or restored like this. The message is one line for the person at the console. */
export class BackupRefusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'BackupRefusal';
    this.code = code;
  }
}
