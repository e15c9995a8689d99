// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';

/** A code, host, address, phone number or time: always read from left to right, whatever stands around it. */
export function Ltr({ children }: { children: ComponentChildren }) {
  return <bdi dir="ltr">{children}</bdi>;
}

/** Words that somebody typed: their own direction, and never a link. */
export function Typed({ children }: { children: ComponentChildren }) {
  return <bdi>{children}</bdi>;
}
