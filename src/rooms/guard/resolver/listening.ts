// SPDX-License-Identifier: EUPL-1.2

/** Where to listen. `onFault` hears of errors that nobody expected; it is told nothing of what was asked. */
export interface Place {
  readonly host: string;
  readonly port: number;
  readonly onFault: () => void;
}

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}
