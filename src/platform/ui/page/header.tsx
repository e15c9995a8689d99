// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '../icon/icon.tsx';
import { LanguageMenu } from '../language-menu/language-menu.tsx';
import { pathIn, type View } from '../view.ts';

interface HeaderProps {
  view: View;
  form: string | undefined;
  /** Keeps room for the Leave button, which stands in the header's last row. */
  leave: boolean;
}

export function Header({ view, form, leave }: HeaderProps) {
  const inside = view.area === 'desk' || view.area === 'setup';
  return (
    <header class={leave ? 'site-header site-header-leave' : 'site-header'}>
      <div class="site-header-row">
        <a class="site-name" href={pathIn(view, view.area === 'desk' ? '/desk' : '/')}>
          <Icon view={view} name="rowan" class="mark" />
          {view.site.name}
        </a>
        {inside ? null : (
          <a class="site-help" href={pathIn(view, '/help')}>
            <Icon view={view} name="life-buoy" />
            {view.t('ui.help-now')}
          </a>
        )}
        <div class="site-languages">
          <LanguageMenu view={view} form={form} />
        </div>
      </div>
    </header>
  );
}
