// SPDX-License-Identifier: EUPL-1.2
import { toHex, utf8 } from '../crypto/bytes.ts';
import { labelledMac } from '../crypto/derive.ts';
import { refused } from '../errors.ts';
import type { Keyring } from '../keyring/keyring.ts';

/** `desk` reads cases, `custody` contacts; `restricted:<uuid>` a report that concerns one of us (R20). */
export type TeamName = 'desk' | 'custody' | `restricted:${string}`;

const NAME = /^(desk|custody|restricted:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/**
 * A team's id, made from its name under the keyring. The mark on a public key covers the id, so with
 * this a team's row cannot be given another team's name either: contacts would go to the desk.
 */
export function teamId(keyring: Keyring, name: TeamName): string {
  if (!NAME.test(name)) throw refused('seal.team-name');
  const bytes = labelledMac(keyring.mac, 'rowan/v1/team-id', utf8(name)).subarray(0, 16);
  // The bits by which RFC 9562 marks a version 4 UUID.
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
