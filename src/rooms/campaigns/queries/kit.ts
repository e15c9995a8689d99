// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '#platform/db';
import { LANGS, type Lang } from '#platform/i18n';
import type { FullRecord } from '#platform/records';
import type { Kit } from '../kit.ts';
import type { KitTexts } from '../print/edition.ts';
import { isLook } from '../print/palette.ts';
import { UNITS } from '../print/pieces.ts';
import { shownCampaign, shownRecord } from './shown.ts';

/** Throws not-found for a campaign that is not published; a campaign without a kit has no texts and is printed blank. */
export async function readKit(db: Db, id: number): Promise<Kit> {
  const campaign = await shownCampaign(db, id);
  const { kit, look } = campaign.facts;
  const record = typeof kit === 'number' ? await shownRecord(db, kit, 'kit-text') : null;
  return { campaign, look: isLook(look) ? look : 'rowan', texts: record === null ? {} : textsOf(record) };
}

function textsOf(record: FullRecord): Kit['texts'] {
  const texts: Partial<Record<Lang, KitTexts>> = {};
  for (const lang of LANGS) {
    const body = record.words[lang]?.body;
    if (body?.headline === undefined) continue;
    texts[lang] = Object.fromEntries(UNITS.flatMap((unit) => (body[unit] ? [[unit, body[unit]]] : [])));
  }
  return texts;
}
