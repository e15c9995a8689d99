// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { siteCssPath } from '../site-css.ts';
import { assetPath, pathIn, type View } from '../view.ts';
import { type Head, HeadContext } from './head.ts';

/** A neutral leaf, the same on every page. The server answers it at {@link FAVICON_PATH}. */
export const favicon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5d4e"/>' +
  '<path d="M16 26V9m0 4c-1-4-4-5-7-5 0 4 3 6 7 5Zm0 0c1-4 4-5 7-5 0 4-3 6-7 5Zm0 8c-1-4-5-5-8-4 1 4 4 5 8 4Zm0 0c1-4 5-5 ' +
  '8-4-1 4-4 5-8 4Z" fill="#fff" stroke="#fff" stroke-linejoin="round"/></svg>\n';

export const FAVICON_PATH = '/favicon.svg';

/** A whole HTML document: `node` is (or leads to) a {@link Page}. No inline script, no inline style. */
export function renderPage(view: View, node: VNode): string {
  const head: Head = { title: '', wrong: false, islands: new Set() };
  const body = renderToString(<HeadContext.Provider value={head}>{node}</HeadContext.Provider>);
  const top = renderToString(<DocumentHead view={view} head={head} />);
  const html = `<html lang="${view.lang}" dir="${view.dir}">`;
  return `<!doctype html>${html}${top}<body data-area="${view.area}">${body}</body></html>`;
}

function DocumentHead({ view, head }: { view: View; head: Head }) {
  const { site, assets } = view;
  const hidden = view.area !== 'public' || site.kind !== 'real' || !site.complete;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{documentTitle(view, head)}</title>
      {hidden ? <meta name="robots" content="noindex, nofollow" /> : null}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#faf8f3" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#0f1614" media="(prefers-color-scheme: dark)" />
      <link rel="stylesheet" href={assetPath(assets.css)} />
      {site.colours ? <link rel="stylesheet" href={siteCssPath(site.colours)} /> : null}
      <link rel="icon" href={FAVICON_PATH} type="image/svg+xml" />
      {hidden
        ? null
        : site.open.map((lang) => (
            <link key={lang} rel="alternate" hreflang={lang} href={pathIn(view, view.path, lang)} />
          ))}
      {scripts(view, head).map((src) => (
        <script key={src} src={src} defer />
      ))}
    </head>
  );
}

function documentTitle(view: View, head: Head): string {
  const { name } = view.site;
  const title = head.title === name ? name : view.t('ui.title', { page: head.title, site: name });
  return head.wrong ? view.t('ui.title-error', { title }) : title;
}

/** `desk` holds all that `page` does, so one script is enough. */
function scripts(view: View, head: Head): string[] {
  const wanted = head.islands.has('desk')
    ? [...head.islands].filter((name) => name !== 'page')
    : [...head.islands];
  const found = wanted.map((name) => view.assets.islands[name]).filter((src) => src !== undefined);
  return [...new Set(found)].map(assetPath);
}
