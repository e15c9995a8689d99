// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  ButtonRow,
  DoDont,
  HelpNumbers,
  Lead,
  Ltr,
  Panel,
  pathIn,
  Radios,
  type View,
} from '#platform/ui';
import { DENOUNCE, PICTURE, voiceOf } from '../../form/answers.ts';
import { StepFrame } from './frame.tsx';
import { choiceOf, type StepModel } from './step-model.ts';

interface StepProps {
  view: View;
  model: StepModel;
}

/** R3c: whose picture it is, what can be done, what cannot, and who else may act here by law (H9). */
export function PictureStep({ view, model }: StepProps) {
  const { t } = view;
  const voice = voiceOf(model.answers);
  const law = model.country.imageLaw === 'A' ? 'reports.picture.law-a' : 'reports.picture.law-b';
  const limits = [
    'reports.picture.limit-phone',
    'reports.picture.limit-chat',
    'reports.picture.limit-company',
  ] as const;
  return (
    <StepFrame view={view} model={model} title={t('reports.picture.title', { voice })} heading="shown">
      <Lead>
        {t(law, { voice })} {t('reports.picture.decide', { voice })}
      </Lead>
      <Radios
        view={view}
        name="picture"
        legend={t('reports.picture.do')}
        errors={model.errors}
        value={choiceOf(model, 'picture', model.answers.picture)}
        options={PICTURE.map((value) => ({
          value,
          label: t(`reports.picture.${value}`),
          hint: t(`reports.picture.${value}-hint`),
        }))}
      />
      <ImageBody view={view} model={model} />
      <h2>{t('reports.picture.limits')}</h2>
      <ul>
        {limits.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </StepFrame>
  );
}

function ImageBody({ view, model }: StepProps) {
  const body = model.country.imageBody;
  if (body === null) return null;
  const link = (
    <a key="link" href={body.link} rel="noreferrer">
      <Ltr>{body.link}</Ltr>
    </a>
  );
  return (
    <Panel view={view} icon="landmark">
      <p>{view.t('reports.picture.body', { name: body.name, law: body.law })}</p>
      {body.link === '' ? null : <p>{view.t.parts('reports.picture.body-link', { link })}</p>}
    </Panel>
  );
}

/** R4b: the numbers, large, and two ways to go on. Nobody is held up who wants to send at once. */
export function NumbersStep({ view, model }: StepProps) {
  const { t } = view;
  const voice = voiceOf(model.answers);
  const key = model.answers.safe === 'myself' ? 'reports.numbers.myself' : 'reports.numbers.someone';
  const buttons = (
    <ButtonRow>
      <Button name="go" value="next">
        {t('reports.numbers.go-on')}
      </Button>
      <Button name="go" value="send" kind="secondary">
        {t('reports.numbers.send')}
      </Button>
    </ButtonRow>
  );
  return (
    <StepFrame view={view} model={model} title={t('reports.numbers.title')} heading="shown" buttons={buttons}>
      <Lead>{t(key, { voice })}</Lead>
      <HelpNumbers view={view} numbers={view.site.numbers} emergency={view.site.emergency} />
      <p>{t('reports.numbers.then')}</p>
      <p>{t('reports.check.reads', { operator: view.site.name })}</p>
      <DutiesLink view={view} />
    </StepFrame>
  );
}

/** H24: what then happens in this country, before anybody is told, and the offer to talk first. */
export function DenounceStep({ view, model }: StepProps) {
  const { t } = view;
  const { denounce } = model.country;
  return (
    <StepFrame view={view} model={model} title={t('reports.denounce.title')} heading="shown">
      <Lead>{t('reports.denounce.asked')}</Lead>
      <h2>{t('reports.denounce.then')}</h2>
      {denounce === '' ? (
        <p>{t('reports.denounce.empty')}</p>
      ) : (
        denounce.split('\n').map((line) => <p key={line}>{line}</p>)
      )}
      <Radios
        view={view}
        name="denounce"
        legend={t('reports.denounce.do')}
        errors={model.errors}
        value={choiceOf(model, 'denounce', model.answers.denounce)}
        options={DENOUNCE.map((value) => ({
          value,
          label: t(`reports.denounce.${value}`),
          ...(value === 'no' ? {} : { hint: t(`reports.denounce.${value}-hint`) }),
        }))}
      />
      <p>{t('reports.denounce.change')}</p>
      <p>{t('reports.denounce.duties')}</p>
      <DutiesLink view={view} />
    </StepFrame>
  );
}

/** P1: what helps and what makes it worse, before the first question to a parent. */
export function AdviceStep({ view, model }: StepProps) {
  const { t } = view;
  const dos = ['reports.advice.do-calm', 'reports.advice.do-thank', 'reports.advice.do-keep'] as const;
  const donts = [
    'reports.advice.dont-open',
    'reports.advice.dont-pay',
    'reports.advice.dont-contact',
    'reports.advice.dont-punish',
  ] as const;
  return (
    <StepFrame view={view} model={model} title={t('reports.advice.title')} heading="shown">
      <Lead>{t('reports.advice.lead')}</Lead>
      <DoDont
        view={view}
        dos={{ title: t('reports.advice.do'), items: dos.map((key) => t(key)) }}
        donts={{ title: t('reports.advice.dont'), items: donts.map((key) => t(key)) }}
      />
    </StepFrame>
  );
}

export function DutiesLink({ view }: { view: View }) {
  return (
    <p>
      <a href={pathIn(view, '/duties')}>{view.t('reports.duties.title')}</a>
    </p>
  );
}
