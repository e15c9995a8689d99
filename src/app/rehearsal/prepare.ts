// SPDX-License-Identifier: EUPL-1.2
import { firstRoles, hasPeople, makeFirstPeople } from '#platform/auth';
import type { Ctx } from '#platform/ctx';
import { transaction } from '#platform/db';
import { confirmRecovery, keyringOf, readHalf } from '#platform/seal';
import { beginInstallation, changeInstallation } from '#platform/setup';
import { inventedInstallation } from './installation.ts';

export interface Staff {
  alias: string;
  password: string;
  /** Bytes of the authenticator secret, so that tests and the show can make codes. */
  totp: Uint8Array;
}

const invented = [
  { alias: 'Linden', roles: firstRoles },
  { alias: 'Alder', roles: ['operator'] as const },
  { alias: 'Birch', roles: ['operator', 'supervisor', 'custodian'] as const },
  { alias: 'Hazel', roles: ['editor'] as const },
  { alias: 'Sorrel', roles: ['reviewer'] as const },
  { alias: 'Juniper', roles: ['librarian'] as const },
  { alias: 'Maple', roles: ['lawyer', 'clerk', 'translator', 'campaigner'] as const },
  { alias: 'Willow', roles: ['librarian', 'lawyer', 'secretariat'] as const },
];

/**
 * Fills an empty database with an invented installation that can never become a real one (H12). Answers the
 * invented staff, the first of them a supervisor. Throws when anybody works here already.
 */
export async function prepareInvented(ctx: Ctx, kind: 'demo' | 'rehearsal'): Promise<Staff[]> {
  if (await hasPeople(ctx.db)) throw new TypeError('only an empty database can become a demonstration');
  await beginInstallation(ctx, kind);
  const { people, halves } = await makeFirstPeople(ctx, invented);
  await confirm(ctx, halves);
  const day = ctx.now.toISOString().slice(0, 10);
  await changeInstallation(ctx, {
    ...inventedInstallation(day),
    recovery: { n: halves.n, confirmedOn: day },
  });
  return people.map(({ alias, password, totp }) => {
    const staff = { alias, password, totp: Uint8Array.from(totp.bytes()) };
    totp.dispose();
    return staff;
  });
}

// As if the printed halves had been typed back: a backup is made for a confirmed recovery key only.
async function confirm(ctx: Ctx, { n, a, b }: { n: number; a: string; b: string }): Promise<void> {
  const [first, second] = [readHalf(a, n), readHalf(b, n)];
  if (!('half' in first) || !('half' in second)) throw new TypeError('a printed half does not read back');
  const halves = [first.half, second.half] as const;
  try {
    await transaction(ctx.db, (tx) => confirmRecovery(tx, keyringOf(tx), { halves, now: ctx.now }));
  } finally {
    for (const half of halves) half.bytes.dispose();
  }
}
