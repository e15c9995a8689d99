// SPDX-License-Identifier: EUPL-1.2
import { type Lang, languages } from '#platform/i18n';
import { Csrf } from '../form/form.tsx';
import { Icon } from '../icon/icon.tsx';
import { pathIn, type View } from '../view.ts';

interface LanguageMenuProps {
  view: View;
  /** The page's main form, whose typed answers go along. */
  form?: string | undefined;
}

/**
 * The same page in another language, each in its own name. While a report is being written it posts `lang`, so that no
 * answer is lost; elsewhere it is a plain link.
 */
export function LanguageMenu({ view, form }: LanguageMenuProps) {
  const others = view.site.open.filter((lang) => lang !== view.lang);
  if (others.length === 0) return null;
  const posts = view.area === 'report' && view.csrf !== null;
  return (
    <details class="languages">
      <summary>
        <Icon view={view} name="languages" />
        {view.t('ui.language')}
      </summary>
      {posts ? <PostList view={view} form={form} langs={others} /> : <LinkList view={view} langs={others} />}
    </details>
  );
}

function LinkList({ view, langs }: { view: View; langs: readonly Lang[] }) {
  return (
    <ul>
      {langs.map((lang) => (
        <li key={lang}>
          <a href={pathIn(view, view.path, lang)} hreflang={lang} lang={lang}>
            {languages[lang].name}
          </a>
        </li>
      ))}
    </ul>
  );
}

function PostList({ view, form, langs }: { view: View; form: string | undefined; langs: readonly Lang[] }) {
  const buttons = (
    <ul>
      {langs.map((lang) => (
        <li key={lang}>
          <button type="submit" name="lang" value={lang} form={form} lang={lang} formNoValidate>
            {languages[lang].name}
          </button>
        </li>
      ))}
    </ul>
  );
  if (form) return buttons;
  return (
    <form action={pathIn(view, view.path)} method="post">
      <Csrf view={view} />
      {buttons}
    </form>
  );
}
