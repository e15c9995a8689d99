// SPDX-License-Identifier: EUPL-1.2
import type { Direction, Lang, MessageArgs, MessageKey, Translate } from '#platform/i18n';

/** A phone line of the country: set-up data, never in code (H11). Words are in the page's language already. */
export interface HelpNumber {
  label: string;
  number: string;
  free: boolean;
  /** Opening hours in words, e.g. "Day and night". */
  hours: string;
  /** A number for text messages, where the line has one. */
  textTo?: string;
  /** Somebody called it in the last 90 days and it answered. */
  checked: boolean;
}

/** An installation's own colours, `#rrggbb`; see {@link siteCss}. */
export interface Colours {
  brand: string;
  brandDark: string;
}

/** A part of Rowan that this country leaves to somebody else, and to whom. */
export interface OffRoom {
  room: string;
  name: string;
  url: string | null;
}

/** What every page needs to know about this installation. */
export interface SiteView {
  name: string;
  /** The address people can type, e.g. `rowan.example`. */
  shortAddress: string;
  colours: Colours | null;
  kind: 'real' | 'demo' | 'rehearsal';
  /** Set-up is finished; until then every page says that nobody reads it (H12). */
  complete: boolean;
  emergency: HelpNumber | null;
  numbers: readonly HelpNumber[];
  /** Languages that are open to the public here, in menu order. */
  open: readonly Lang[];
  offRooms: readonly OffRoom[];
}

export type Area = 'public' | 'report' | 'family' | 'desk' | 'setup';

/** The built files, as the build's assets.json names them; see {@link assetPath}. */
export interface Assets {
  css: string;
  icons: string;
  islands: Readonly<Record<string, string>>;
}

/** What a page is shown with. One is made for each request. */
export interface View {
  t: Translate;
  lang: Lang;
  dir: Direction;
  site: SiteView;
  /** The page's path without its language, `/report`; the language menu puts another in front. */
  path: string;
  /** The session's form token; null where there is no session. */
  csrf: string | null;
  area: Area;
  assets: Assets;
}

/** What is wrong with one field. Shown beside the field and in the summary, in the same words. */
export interface FieldError {
  field: string;
  message: MessageKey;
  args?: MessageArgs;
}

export type FieldErrors = readonly FieldError[];

/** A path of this site in a language: `pathIn(view, '/help')` is `/en/help`. */
export function pathIn(view: Pick<View, 'lang'>, path: string, lang: Lang = view.lang): string {
  return path === '/' ? `/${lang}` : `/${lang}${path}`;
}

/** The address of a built file. */
export function assetPath(name: string): string {
  return name.startsWith('/') ? name : `/assets/${name}`;
}
