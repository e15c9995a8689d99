// SPDX-License-Identifier: EUPL-1.2
import type { Database } from '#platform/db';
import { LANGS, type Lang } from '#platform/i18n';
import {
  type Installation,
  readInstallation,
  reviewedLanguages,
  siteView,
  whenChangedHere,
} from '#platform/setup';
import type { SiteView } from '#platform/ui';

/** The installation as the last read found it, kept fresh by the database's news. */
export interface InstallationWatch {
  current(): Installation;
  /** Languages whose safety texts are all passed; in demo and rehearsal every language of the installation. */
  open(): readonly Lang[];
  site(lang: Lang): SiteView;
  /** Names what was read, for pages that are kept; null while it is being read again. */
  edition(): string | null;
  refresh(): Promise<void>;
  stop(): void;
}

const MINUTE = 60_000;

/** Reads the installation and keeps reading it when it changes anywhere. */
export async function watchInstallation(database: Database, now: () => Date): Promise<InstallationWatch> {
  let current = await readInstallation(database.db);
  let open = await openLanguages(database, current);
  let readings = 0;
  let underWay = 0;
  const refresh = async () => {
    underWay++;
    try {
      current = await readInstallation(database.db);
      open = await openLanguages(database, current);
    } finally {
      underWay--;
      readings++;
    }
  };
  const stops = [
    database.listen('installation', () => void refresh().catch(() => {})),
    whenChangedHere(database.db, refresh),
  ];
  const views = new Map<Lang, { of: string; view: SiteView }>();
  return {
    current: () => current,
    open: () => open,
    site: (lang) => {
      // A number that nobody called for too long turns stale by the clock alone.
      const of = `${readings} ${Math.floor(now().getTime() / MINUTE)}`;
      const known = views.get(lang);
      if (known?.of === of) return known.view;
      // Every page speaks all languages of the place; only forms wait for their reviewed words.
      const languages = current.languages.length > 0 ? current.languages : LANGS;
      const view = siteView(current, languages, { lang, now: now() });
      views.set(lang, { of, view });
      return view;
    },
    edition: () => (underWay > 0 ? null : String(readings)),
    refresh,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

async function openLanguages(database: Database, site: Installation): Promise<Lang[]> {
  if (site.kind !== 'real') return site.languages;
  const reviewed = await reviewedLanguages(database.db);
  return site.languages.filter((lang) => reviewed.includes(lang));
}
