// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  ButtonRow,
  Lead,
  Ltr,
  Panel,
  Radios,
  Table,
  TextArea,
  TextField,
  Typed,
  type View,
} from '#platform/ui';
import { AREAS, LEGAL, type Row, YES_NO } from '../../form/answers.ts';
import { StepFrame } from './frame.tsx';
import { choiceOf, type StepModel, textOf } from './step-model.ts';

interface StepProps {
  view: View;
  model: StepModel;
}

/** I1: who sends the list. */
export function OrganisationStep({ view, model }: StepProps) {
  const { t } = view;
  const answer = model.answers.organisation;
  const field = (name: 'name' | 'country' | 'email' | 'role') => ({
    view,
    name,
    label: t(`reports.organisation.${name}`),
    errors: model.errors,
    value: textOf(model, name, answer?.[name]),
  });
  return (
    <StepFrame view={view} model={model} title={t('reports.organisation.title')} heading="shown">
      <Lead>{t('reports.organisation.lead')}</Lead>
      <TextField {...field('name')} />
      <TextField {...field('country')} width="medium" optional />
      <TextField
        {...field('email')}
        type="email"
        inputMode="email"
        ltr
        hint={t('reports.organisation.email-hint')}
      />
      <TextField {...field('role')} width="medium" optional />
    </StepFrame>
  );
}

/** I3: the list, and row by row what could not be used. */
export function RowsStep({ view, model }: StepProps) {
  const { t } = view;
  const { list } = model;
  const valid = list?.rows.length ?? 0;
  const buttons = (
    <ButtonRow>
      <Button name="go" value="next">
        {t('ui.continue')}
      </Button>
      {list !== null && list.faults.length > 0 && valid > 0 ? (
        <Button name="keep" value="yes" kind="secondary">
          {t('reports.rows.keep', { n: valid })}
        </Button>
      ) : null}
    </ButtonRow>
  );
  return (
    <StepFrame view={view} model={model} title={t('reports.rows.title')} buttons={buttons} wide>
      <TextArea
        view={view}
        name="rows"
        label={t('reports.rows.title')}
        hint={t('reports.rows.hint')}
        heading
        rows={12}
        errors={model.errors}
        value={textOf(model, 'rows', (model.answers.rows ?? []).map(lineOf).join('\n'))}
      />
      <p>
        <Ltr>{t('reports.rows.example')}</Ltr>
      </p>
      <Panel view={view} kind="warn">
        <p>{t('reports.rows.no-pictures')}</p>
      </Panel>
      <Faults view={view} model={model} />
    </StepFrame>
  );
}

const LONGEST_SHOWN = 120;

function Faults({ view, model }: StepProps) {
  const faults = model.list?.faults ?? [];
  if (faults.length === 0) return null;
  const { t } = view;
  return (
    <Table
      view={view}
      id="faults"
      caption={t('reports.rows.fault-title')}
      columns={[
        { label: t('reports.rows.fault-line'), head: true, numeric: true },
        { label: t('reports.rows.fault-text') },
        { label: t('reports.rows.fault-why') },
      ]}
      rows={faults.map(({ line, text, fault }) => [
        line,
        <Typed key={line}>{text.slice(0, LONGEST_SHOWN)}</Typed>,
        t(`reports.rows.fault-${fault}`),
      ])}
    />
  );
}

function lineOf({ address, firstSeen, removed }: Row): string {
  return [address, firstSeen, removed ? 'removed' : null].filter((part) => part !== null).join(' ');
}

/** I4: whether minutes count. */
export function RiskStep({ view, model }: StepProps) {
  const { t } = view;
  const { risk } = model.answers;
  return (
    <StepFrame view={view} model={model} title={t('reports.risk.title')} heading="shown">
      {(['danger', 'known', 'live'] as const).map((name) => (
        <Radios
          key={name}
          view={view}
          name={name}
          legend={t(`reports.risk.${name}`)}
          inline
          errors={model.errors}
          value={choiceOf(model, name, risk?.[name])}
          options={YES_NO.map((value) => ({ value, label: t(`reports.risk.${value}`) }))}
        />
      ))}
      <TextField
        view={view}
        name="places"
        label={t('reports.risk.places')}
        optional
        errors={model.errors}
        value={textOf(model, 'places', risk?.places)}
      />
    </StepFrame>
  );
}

/** I5: the kind of risk, and its class in the sender's law. */
export function SortStep({ view, model }: StepProps) {
  const { t } = view;
  const { sort } = model.answers;
  return (
    <StepFrame view={view} model={model} title={t('reports.sort.title')} heading="shown">
      <Radios
        view={view}
        name="area"
        legend={t('reports.sort.area')}
        errors={model.errors}
        value={choiceOf(model, 'area', sort?.area)}
        options={AREAS.map((value) => ({ value, label: t(`reports.sort.${value}`) }))}
      />
      <Radios
        view={view}
        name="legal"
        legend={t('reports.sort.legal')}
        errors={model.errors}
        value={choiceOf(model, 'legal', sort?.legal)}
        options={LEGAL.map((value) => ({ value, label: t(`reports.sort.legal-${value}`) }))}
      />
    </StepFrame>
  );
}
