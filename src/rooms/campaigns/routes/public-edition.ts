// SPDX-License-Identifier: EUPL-1.2
import type { Call } from '#platform/http';
import { isLang } from '#platform/i18n';
import { readInstallation } from '#platform/setup';
import { editionTitle, type Kit } from '../kit.ts';
import { type EditionCode, editionOf, NO_FACTS } from '../print/edition.ts';

/** The public kit carries what the country may print everywhere: its short address, no number and no logo. */
export async function publicEdition({ ctx }: Pick<Call, 'ctx'>, found: Kit, code: EditionCode) {
  const { shortAddress } = await readInstallation(ctx.db);
  const texts = isLang(code) ? (found.texts[code] ?? null) : null;
  const facts = { ...NO_FACTS, address: shortAddress };
  return editionOf(code, { title: editionTitle(found, code), look: found.look, texts, facts });
}
