// SPDX-License-Identifier: EUPL-1.2
import { read } from '#platform/db';
import { reportFacts } from '#reports';
import { reportObjects } from '../../reports/queries/report-facts.ts';
import { reading } from '../tables.ts';
import type { Room, Sent } from './room.ts';

/** The last entry of the audit about a case. */
export async function auditOf(room: Room, caseId: string): Promise<Record<string, unknown>> {
  const { body } = await read<{ 'audit.entry': { seq: number; body: string } }>(room.db)
    .selectFrom('audit.entry')
    .select('body')
    .where('body', 'like', `%${caseId}%`)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return JSON.parse(body);
}

/** Every entry of the audit for one act. */
export async function entriesOf(room: Room, act: string): Promise<string[]> {
  const rows = await read<{ 'audit.entry': { body: string } }>(room.db)
    .selectFrom('audit.entry')
    .select('body')
    .where('body', 'like', `%"${act}"%`)
    .execute();
  return rows.map(({ body }) => body);
}

/** The teams with whose keys something of this case opens; what was told how to reach somebody is with the custodians. */
export async function teamsThatOpen(room: Room, { caseId, reportId }: Sent): Promise<string[]> {
  const { contactId } = await reportFacts(room.ctx(), reportId);
  const told = await reportObjects(room.ctx(), reportId);
  const noted = await reading(room.db)
    .selectFrom('cases.sealed')
    .select('object_id')
    .where('case_id', '=', caseId)
    .execute();
  const objects = [...told, ...noted.map(({ object_id }) => object_id)].filter((id) => id !== contactId);
  const rows = await read<SealTables>(room.db)
    .selectFrom('platform.seal as seal')
    .innerJoin('platform.team as team', (join) =>
      join.onRef('team.id', '=', 'seal.to_id').onRef('team.epoch', '=', 'seal.epoch'),
    )
    .select('team.slug')
    .distinct()
    .where('seal.object_id', 'in', objects)
    .execute();
  return rows.map(({ slug }) => slug);
}

interface SealTables {
  'platform.seal': { object_id: string; to_id: string; epoch: number };
  'platform.team': { id: string; slug: string; epoch: number };
}
