// SPDX-License-Identifier: EUPL-1.2
import { Checkbox, Details, Panel, TextArea, type View } from '#platform/ui';
import { WORDS_LIMIT } from '../../form/answers.ts';
import { StepFrame } from './frame.tsx';
import { type StepModel, textOf } from './step-model.ts';

interface StepProps {
  view: View;
  model: StepModel;
}

/** R3a: a link, an app or a game. Any text is taken; the desk finds the addresses in it. */
export function WhereStep({ view, model }: StepProps) {
  const { t } = view;
  const what = model.answers.what ?? 'other';
  return (
    <StepFrame view={view} model={model} title={t('reports.where.title', { what })}>
      <TextArea
        view={view}
        name="where"
        label={t('reports.where.title', { what })}
        hint={t('reports.where.hint', { what })}
        heading
        rows={3}
        limit={WORDS_LIMIT}
        errors={model.errors}
        value={textOf(model, 'where', model.answers.where?.text)}
      />
      <Checkbox
        view={view}
        name="unknown"
        label={t('reports.where.unknown')}
        checked={model.answers.where?.unknown ?? false}
      />
      <Details view={view} summary={t('reports.where.how')}>
        <p>{t('reports.where.how-phone')}</p>
        <p>{t('reports.where.how-computer')}</p>
      </Details>
    </StepFrame>
  );
}

/** R5: more words, and the one thing we never want. */
export function MoreStep({ view, model }: StepProps) {
  const { t } = view;
  return (
    <StepFrame view={view} model={model} title={t('reports.more.title')}>
      <TextArea
        view={view}
        name="more"
        label={t('reports.more.title')}
        hint={t('reports.more.hint')}
        heading
        optional
        limit={WORDS_LIMIT}
        errors={model.errors}
        value={textOf(model, 'more', model.answers.more)}
      />
      <Panel view={view} kind="plain" icon="eye-off">
        <p>{t('reports.limits.pictures')}</p>
      </Panel>
    </StepFrame>
  );
}
