// SPDX-License-Identifier: EUPL-1.2
import { Radios, TextField, type View } from '#platform/ui';
import { YES_NO } from '../../form/answers.ts';
import { StepFrame } from './frame.tsx';
import { choiceOf, type StepModel, textOf } from './step-model.ts';

interface StepProps {
  view: View;
  model: StepModel;
}

/** R7, by mail: the address, and who else reads it. */
export function EmailStep({ view, model }: StepProps) {
  const { t } = view;
  const { email } = model.answers;
  return (
    <StepFrame view={view} model={model} title={t('reports.email.title')} heading="shown">
      <TextField
        view={view}
        name="address"
        label={t('reports.email.address')}
        hint={t('reports.email.hint')}
        type="email"
        inputMode="email"
        ltr
        errors={model.errors}
        value={textOf(model, 'address', email?.address)}
      />
      <Radios
        view={view}
        name="alone"
        legend={t('reports.email.alone')}
        hint={t('reports.email.alone-hint')}
        errors={model.errors}
        value={choiceOf(model, 'alone', email?.alone)}
        options={YES_NO.map((value) => ({ value, label: t(`reports.email.${value}`) }))}
      />
    </StepFrame>
  );
}

/** R7, by phone: the number, when it is safe, whether a message may be left (R11). */
export function PhoneStep({ view, model }: StepProps) {
  const { t } = view;
  const { phone } = model.answers;
  return (
    <StepFrame view={view} model={model} title={t('reports.phone.title')} heading="shown">
      <TextField
        view={view}
        name="number"
        label={t('reports.phone.number')}
        hint={t('reports.phone.hint')}
        type="tel"
        inputMode="tel"
        width="medium"
        ltr
        errors={model.errors}
        value={textOf(model, 'number', phone?.number)}
      />
      <TextField
        view={view}
        name="times"
        label={t('reports.phone.times')}
        hint={t('reports.phone.times-hint')}
        optional
        errors={model.errors}
        value={textOf(model, 'times', phone?.times)}
      />
      <Radios
        view={view}
        name="leaveMessage"
        legend={t('reports.phone.message')}
        inline
        errors={model.errors}
        value={choiceOf(model, 'leaveMessage', phone?.leaveMessage)}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`reports.phone.${value}`) }))}
      />
    </StepFrame>
  );
}
