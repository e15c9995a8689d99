// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '../icon/icon.tsx';
import { LanguageMenu } from '../language-menu/language-menu.tsx';
import { pathIn, type View } from '../view.ts';

export function Header({ view, form }: { view: View; form?: string | undefined }) {
  const inside = view.area === 'desk' || view.area === 'setup';
  return (
    <header class="site-header">
      <div class="site-header-row">
        <a class="site-name" href={view.area === 'desk' ? '/desk' : pathIn(view, '/')}>
          <Icon view={view} name="rowan" class="mark" />
          {view.site.name}
        </a>
        {inside ? null : (
          <a class="site-help" href={pathIn(view, '/help')}>
            <Icon view={view} name="life-buoy" />
            {view.t('ui.help-now')}
          </a>
        )}
        <LanguageMenu view={view} form={form} />
      </div>
    </header>
  );
}
