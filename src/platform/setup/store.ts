// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx } from '#platform/ctx';
import { type Db, notify } from '#platform/db';
import { tellHere } from './changed-here.ts';
import { type Installation, type InstallationDoc, installationDoc } from './installation.ts';
import { reading, writing } from './tables.ts';

const untouched = installationDoc.parse({});

/** What this installation says about itself. An installation nobody set up yet has every field empty. */
export async function readInstallation(db: Db): Promise<Installation> {
  const row = await reading(db)
    .selectFrom('platform.installation')
    .select(['doc', 'kind'])
    .executeTakeFirst();
  if (row === undefined) return { ...untouched, kind: 'real' };
  return { ...installationDoc.parse(row.doc), kind: row.kind };
}

/** Whether nobody has begun to set this installation up: then, and only then, new keys may be made. */
export async function isUntouched(db: Db): Promise<boolean> {
  const row = await reading(db).selectFrom('platform.installation').select('one').executeTakeFirst();
  return row === undefined;
}

/** Says at the very beginning what an installation is; a demonstration or rehearsal stays one (H12). */
export async function beginInstallation(ctx: Ctx, kind: Installation['kind']): Promise<void> {
  await atomically(ctx, async (inner) => {
    const { kind: _, ...doc } = await readInstallation(inner.db);
    await writing(inner.db)
      .insertInto('platform.installation')
      .values({ one: true, kind, doc: JSON.stringify(doc), updated_at: inner.now })
      .execute();
    inner.audit({ act: 'config.change', kind: 'installation', id: null, code: `begin-${kind}` });
  });
}

/** Changes some fields, audits the change by field names only, and tells every process to read again. */
export async function changeInstallation(ctx: Ctx, change: Partial<InstallationDoc>): Promise<Installation> {
  return atomically(ctx, async (inner) => {
    const before = await readInstallation(inner.db);
    const { kind, ...doc } = { ...before, ...change };
    const values = { doc: JSON.stringify(doc), updated_at: inner.now };
    await writing(inner.db)
      .insertInto('platform.installation')
      .values({ one: true, kind, ...values })
      .onConflict((conflict) => conflict.column('one').doUpdateSet(values))
      .execute();
    inner.audit({
      act: 'config.change',
      kind: 'installation',
      id: null,
      code: Object.keys(change).join(',').slice(0, 200),
    });
    await notify(inner.db, 'installation', 'changed');
    tellHere(inner.db);
    return { ...doc, kind };
  });
}
