// SPDX-License-Identifier: EUPL-1.2

export type IntakeAlarm = { code: string; since: Date };

/**
 * Whether this process may still take in reports. A public key that does not bear the keyring's mark
 * means that somebody is trying to read what children will write: then nothing more is sealed until a
 * person has looked (2.4, N13). Closing is remembered until `reopen`, or a restart, which checks anew.
 */
export class Intake {
  #alarm: IntakeAlarm | null = null;
  readonly #listeners: ((alarm: IntakeAlarm) => void)[] = [];

  /** Null while open. */
  get alarm(): IntakeAlarm | null {
    return this.#alarm;
  }

  close(code: string): void {
    if (this.#alarm !== null) return;
    this.#alarm = { code, since: new Date() };
    for (const tell of this.#listeners) tell(this.#alarm);
  }

  reopen(): void {
    this.#alarm = null;
  }

  /** Calls `tell` once for each closing: for the log and the health page. */
  onClose(tell: (alarm: IntakeAlarm) => void): void {
    this.#listeners.push(tell);
  }
}
