// SPDX-License-Identifier: EUPL-1.2
import { holds } from '#platform/ctx';
import type { Panel } from '#platform/records';
import { LinkButton, pathIn, Section } from '#platform/ui';
import { AdoptionTable } from '../pages/adoption-table.tsx';
import { adoptionsOf } from '../queries/adoptions.ts';

/** Who adopted this guideline. Whoever may say so finds the way. */
export const adoptionPanel: Panel = async (ctx, record, view) => {
  const { t } = view;
  const adoptions = await adoptionsOf(ctx.db, record.id);
  const mayAdd = holds(ctx.actor, 'librarian', 'secretariat', 'member') && record.edition > 0;
  if (adoptions.length === 0 && !mayAdd) return null;
  return (
    <Section title={t('library.adoption.title')}>
      {adoptions.length === 0 ? null : <AdoptionTable view={view} adoptions={adoptions} />}
      {mayAdd ? (
        <LinkButton kind="secondary" href={pathIn(view, `/desk/library/guideline/${record.id}/adoption`)}>
          {t('library.adoption.add')}
        </LinkButton>
      ) : null}
    </Section>
  );
};
