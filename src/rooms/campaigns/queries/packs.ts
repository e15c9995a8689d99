// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { keyringOf, unboxField } from '#platform/seal';
import { PACK_PLACE } from '../actions/ask-pack.ts';
import { reading } from '../tables.ts';
import type { PackState } from '../words.ts';

export interface PackLine {
  id: string;
  campaign: number | null;
  lang: string;
  /** Null once the clock took it. */
  address: { name: string; address: string } | null;
  state: PackState;
  askedOn: string;
  movedOn: string;
}

/** Requests by post, those that wait first. The address is opened for whoever packs. */
export async function packLines(db: Db): Promise<PackLine[]> {
  const rows = await reading(db)
    .selectFrom('campaigns.pack')
    .select(['id', 'campaign', 'lang', 'address_box', 'state', 'asked_on', 'moved_on'])
    .orderBy('asked_on')
    .orderBy('id')
    .limit(500)
    .execute();
  const keyring = keyringOf(db);
  const order = ['requested', 'packed', 'sent', 'refused'];
  return rows
    .map(({ address_box: box, asked_on: askedOn, moved_on: movedOn, ...row }) => ({
      ...row,
      askedOn,
      movedOn,
      address: box === null ? null : JSON.parse(unboxField(keyring, { kind: PACK_PLACE, id: row.id }, box)),
    }))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}
