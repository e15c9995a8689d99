// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx } from '#platform/ctx';
import { confirmRecovery, keyringOf, readHalf, SealError } from '#platform/seal';
import { changeInstallation, readInstallation } from '#platform/setup';

export type HalfField = 'a' | 'b';

/** Compares two typed halves with the recovery key. Answers the field that is wrong, or null when it was right. */
export async function confirmHalves(ctx: Ctx, typed: Record<HalfField, string>): Promise<HalfField | null> {
  const { recovery } = await readInstallation(ctx.db);
  const n = recovery?.n ?? 1;
  const a = readHalf(typed.a, n);
  const b = readHalf(typed.b, n);
  if (!('half' in a) || a.half.name !== 'A') return 'a';
  if (!('half' in b) || b.half.name !== 'B') return 'b';
  try {
    await atomically(ctx, async (inner) => {
      const typedNow = { halves: [a.half, b.half] as const, now: inner.now };
      const serial = await confirmRecovery(inner.db, keyringOf(inner.db), typedNow);
      await changeInstallation(inner, { recovery: { n, confirmedOn: inner.now.toISOString().slice(0, 10) } });
      inner.audit({ act: 'recovery.rehearse', kind: 'recovery', id: null, code: `key-list-${serial}` });
    });
    return null;
  } catch (error) {
    if (error instanceof SealError && error.code === 'seal.recovery-halves') return 'a';
    throw error;
  } finally {
    a.half.bytes.dispose();
    b.half.bytes.dispose();
  }
}
