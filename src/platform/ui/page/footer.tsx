// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '../icon/icon.tsx';
import { pathIn, type View } from '../view.ts';

export function Footer({ view }: { view: View }) {
  return (
    <footer class="site-footer">
      <div class="site-footer-row">
        <Icon view={view} name="sprig" class="footer-sprig" />
        <nav aria-label={view.t('ui.footer.label')}>
          <ul>
            <li>
              <a href={pathIn(view, '/privacy')}>{view.t('ui.footer.privacy')}</a>
            </li>
            <li>
              <a href={pathIn(view, '/accessibility')}>{view.t('ui.footer.accessibility')}</a>
            </li>
            <li>
              <a href={pathIn(view, '/about')}>{view.t('ui.footer.about')}</a>
            </li>
          </ul>
        </nav>
        <p>{view.t('ui.footer.promise')}</p>
      </div>
    </footer>
  );
}
