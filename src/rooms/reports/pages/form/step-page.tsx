// SPDX-License-Identifier: EUPL-1.2
import type { View } from '#platform/ui';
import { AdviceStep, DenounceStep, NumbersStep, PictureStep } from './care-steps.tsx';
import { CheckStep } from './check-step.tsx';
import { OrganisationStep, RiskStep, RowsStep, SortStep } from './company-steps.tsx';
import { EmailStep, PhoneStep } from './contact-steps.tsx';
import { QuestionStepPage } from './question-step.tsx';
import type { StepModel } from './step-model.ts';
import { MoreStep, WhereStep } from './words-steps.tsx';

/** The page of one step. */
export function StepPage({ view, model }: { view: View; model: StepModel }) {
  const props = { view, model };
  const { step } = model;
  switch (step) {
    case 'advice':
      return <AdviceStep {...props} />;
    case 'picture':
      return <PictureStep {...props} />;
    case 'where':
      return <WhereStep {...props} />;
    case 'numbers':
      return <NumbersStep {...props} />;
    case 'more':
      return <MoreStep {...props} />;
    case 'denounce':
      return <DenounceStep {...props} />;
    case 'email':
      return <EmailStep {...props} />;
    case 'phone':
      return <PhoneStep {...props} />;
    case 'organisation':
      return <OrganisationStep {...props} />;
    case 'rows':
      return <RowsStep {...props} />;
    case 'risk':
      return <RiskStep {...props} />;
    case 'sort':
      return <SortStep {...props} />;
    case 'check':
      return <CheckStep {...props} />;
    default:
      return <QuestionStepPage {...props} step={step} />;
  }
}
