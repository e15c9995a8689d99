// SPDX-License-Identifier: EUPL-1.2
import { holds } from '#platform/ctx';
import { levelOf, type Panel } from '#platform/records';
import { LinkButton, pathIn, Section } from '#platform/ui';
import { BesideView } from '../pages/law/beside-view.tsx';
import { changeIn } from '../queries/amendments.ts';

/** The way to walk a law duty by duty. */
export const walkPanel: Panel = (ctx, record, view) => {
  const path =
    ctx.actor.kind === 'person' ? `/desk/library/law/${record.id}` : `/library/law/${record.id}/duties`;
  return (
    <p>
      <LinkButton kind="secondary" href={pathIn(view, path)}>
        {view.t('library.walk.laws')}
      </LinkButton>
    </p>
  );
};

/** Old and new text of an amendment side by side; for a lawyer the proposal to a body, too. */
export const besidePanel: Panel = async (ctx, record, view) => {
  const { t, lang } = view;
  const face = ctx.actor.kind === 'person' ? 1 : 0;
  const { beside } = await changeIn(ctx.db, record, { face, level: levelOf(ctx.actor), lang });
  return (
    <>
      {beside.length === 0 ? null : (
        <Section title={t('library.walk.beside')}>
          {beside.map((one) => (
            <BesideView key={one.what} view={view} beside={one} />
          ))}
        </Section>
      )}
      {holds(ctx.actor, 'lawyer') ? (
        <p>
          <LinkButton kind="secondary" href={pathIn(view, `/desk/library/amendment/${record.id}/proposal`)}>
            {t('library.proposal.title')}
          </LinkButton>
        </p>
      ) : null}
    </>
  );
};
