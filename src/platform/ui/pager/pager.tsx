// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '../icon/icon.tsx';
import type { View } from '../view.ts';

interface PagerProps {
  view: View;
  page: number;
  pages: number;
  /** The address of a page by its number, counted from 1. */
  href: (page: number) => string;
}

export function Pager({ view, page, pages, href }: PagerProps) {
  if (pages < 2) return null;
  return (
    <nav class="pager" aria-label={view.t('ui.pager.label')}>
      {page > 1 ? (
        <a class="pager-previous" href={href(page - 1)} rel="prev">
          <Icon view={view} name="chevron-right" />
          {view.t('ui.pager.previous')}
        </a>
      ) : null}
      <span class="quiet num">{view.t('ui.pager.where', { page, pages })}</span>
      {page < pages ? (
        <a href={href(page + 1)} rel="next">
          {view.t('ui.pager.next')}
          <Icon view={view} name="chevron-right" />
        </a>
      ) : null}
    </nav>
  );
}
