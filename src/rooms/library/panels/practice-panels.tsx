// SPDX-License-Identifier: EUPL-1.2
import { holds } from '#platform/ctx';
import type { Panel } from '#platform/records';
import { Button, ButtonRow, Form, LinkButton, pathIn } from '#platform/ui';
import { creditOf } from '../queries/submissions.ts';

/** Thanks whoever shared it, by the name they gave for that. */
export const thanks: Panel = async (ctx, record, { t }) => {
  const name = await creditOf(ctx.db, record.id);
  return name === null ? null : <p dir="auto">{t('library.share.by', { name })}</p>;
};

/** For staff: take it over, hand it on. */
export const practiceWork: Panel = (ctx, record, view) => {
  if (!holds(ctx.actor, 'librarian', 'secretariat')) return null;
  const { t } = view;
  const path = (rest: string) => pathIn(view, `/desk/library/practice/${record.id}/${rest}`);
  return (
    <Form view={view} action={path('adapt')}>
      <ButtonRow>
        {record.edition > 0 ? <Button kind="secondary">{t('library.practice-work.adapt')}</Button> : null}
        <LinkButton kind="secondary" href={path('contribution')}>
          {t('library.practice-work.contribution')}
        </LinkButton>
      </ButtonRow>
    </Form>
  );
};
