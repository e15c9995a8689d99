// SPDX-License-Identifier: EUPL-1.2
import { tidyIssuedPassword } from '#platform/seal';

/** An issued password in the one form that is hashed; anything else as it was typed, so that it just does not fit. */
export function tidyPassword(typed: string): string {
  return tidyIssuedPassword(typed) ?? typed;
}
