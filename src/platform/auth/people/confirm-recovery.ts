// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx } from '#platform/ctx';
import { confirmRecovery, keyringOf, SealError } from '#platform/seal';
import { changeInstallation } from '#platform/setup';
import { readAny } from '../emergency/read-half.ts';

export type HalfField = 'a' | 'b';

/**
 * Compares two typed halves with the recovery key: the one in use, or one that was printed to take its place. Answers the
 * field that is wrong, `lacking` where new papers do not open every team yet, or null when it was right.
 */
export async function confirmHalves(
  ctx: Ctx,
  typed: Record<HalfField, string>,
): Promise<HalfField | 'lacking' | null> {
  const a = readAny(typed.a);
  const b = readAny(typed.b);
  try {
    if (a?.name !== 'A') return 'a';
    if (b?.name !== 'B' || b.n !== a.n) return 'b';
    await atomically(ctx, async (inner) => {
      const typedNow = { halves: [a, b] as const, now: inner.now };
      const serial = await confirmRecovery(inner.db, keyringOf(inner.db), typedNow);
      const confirmedOn = inner.now.toISOString().slice(0, 10);
      await changeInstallation(inner, { recovery: { n: a.n, confirmedOn } });
      inner.audit({ act: 'recovery.rehearse', kind: 'recovery', id: null, code: `key-list-${serial}` });
    });
    return null;
  } catch (error) {
    if (error instanceof SealError && error.code === 'seal.recovery-halves') return 'a';
    if (error instanceof SealError && error.code === 'seal.recovery-lacks') return 'lacking';
    throw error;
  } finally {
    a?.bytes.dispose();
    b?.bytes.dispose();
  }
}
