// SPDX-License-Identifier: EUPL-1.2
import type { Database } from '#platform/db';
import { LANGS, type Lang } from '#platform/i18n';
import { type Installation, readInstallation, reviewedLanguages, siteView } from '#platform/setup';
import type { SiteView } from '#platform/ui';

/** The installation as the last read found it, kept fresh by the database's news. */
export interface InstallationWatch {
  current(): Installation;
  /** Languages whose safety texts are all passed; in demo and rehearsal every language of the installation. */
  open(): readonly Lang[];
  site(lang: Lang): SiteView;
  refresh(): Promise<void>;
  stop(): void;
}

/** Reads the installation and keeps reading it when it changes anywhere. */
export async function watchInstallation(database: Database, now: () => Date): Promise<InstallationWatch> {
  let current = await readInstallation(database.db);
  let open = await openLanguages(database, current);
  const refresh = async () => {
    current = await readInstallation(database.db);
    open = await openLanguages(database, current);
  };
  const stop = database.listen('installation', () => void refresh().catch(() => {}));
  return {
    current: () => current,
    open: () => open,
    // Every page speaks all languages of the place; only forms wait for their reviewed words.
    site: (lang) =>
      siteView(current, current.languages.length > 0 ? current.languages : LANGS, { lang, now: now() }),
    refresh,
    stop,
  };
}

async function openLanguages(database: Database, site: Installation): Promise<Lang[]> {
  if (site.kind !== 'real') return site.languages;
  const reviewed = await reviewedLanguages(database.db);
  return site.languages.filter((lang) => reviewed.includes(lang));
}
