// SPDX-License-Identifier: EUPL-1.2
import type { Ctx } from '#platform/ctx';
import type { Lang } from '#platform/i18n';
import { keyringOf } from '#platform/seal';
import { type Installation, missingFor, readInstallation } from '#platform/setup';
import type { View } from '#platform/ui';
import type { CountryWords } from './pages/form/step-model.ts';
import type { ClosedView } from './pages/notice/notice-pages.tsx';
import type { ReportServices } from './services.ts';

/** The installation, and why nobody can write here now; `closed` is null while somebody can. */
export interface Gate {
  site: Installation;
  closed: ClosedView | null;
}

/** Asked before every page of the form, because set-up, review and disk change while people write (H6, H10). */
export async function askGate(ctx: Ctx, view: View, services: ReportServices): Promise<Gate> {
  const site = await readInstallation(ctx.db);
  const off = site.off.reports;
  const full = !services.intakeOpen() || keyringOf(ctx.db).intake.alarm !== null;
  // The languages of the page's menu are those of the place: more than the forms may open in.
  const open = site.kind === 'real' ? (services.openLanguages?.() ?? []) : site.languages;
  const missing = missingFor('reports', site, open.includes(view.lang));
  if (off === undefined && !full && missing.length === 0) return { site, closed: null };
  return {
    site,
    closed: {
      missing: off === undefined ? missing.map(({ message }) => message) : [],
      open: off === undefined ? open : [],
      full: full && off === undefined,
      other: off === undefined ? null : { who: said(off.who, view.lang, site), link: off.link },
    },
  };
}

/** What this country says of itself on the pages of the form, in the language of the page where there is one. */
export function countryWords(site: Installation, lang: Lang): CountryWords {
  const body = site.imageBody;
  return {
    lastAge: site.childAge - 1,
    imageLaw: site.imageLaw ?? 'B',
    imageBody:
      body === null
        ? null
        : { name: said(body.name, lang, site), law: said(body.law, lang, site), link: body.link },
    // What then happens must be understood, so another language does not stand in for this one.
    denounce: site.denounce[lang] ?? '',
  };
}

/** "When we must tell someone", in this language or, said to be so, in the first that has it. */
export function dutiesOf(site: Installation, lang: Lang): { items: readonly string[]; own: boolean } {
  const own = site.duties[lang] ?? [];
  if (own.length > 0) return { items: own, own: true };
  const other = Object.values(site.duties).find((list) => (list?.length ?? 0) > 0);
  return { items: other ?? [], own: false };
}

function said(words: Partial<Record<Lang, string>>, lang: Lang, site: Installation): string {
  return words[lang] ?? words[site.languages[0] ?? 'en'] ?? Object.values(words)[0] ?? '';
}
