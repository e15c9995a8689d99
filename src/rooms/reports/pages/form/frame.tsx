// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { Button, Form, Page, pathIn, type View } from '#platform/ui';
import type { StepModel } from './step-model.ts';

/** The one address of the form, Start and code included: the history tells nobody how far somebody came. */
export const REPORT = '/report';
const FORM = 'answer';

interface FrameProps {
  view: View;
  model: StepModel;
  title: string;
  /** `field` where the question itself is the heading. */
  heading?: 'shown' | 'field';
  /** Instead of Continue. */
  buttons?: ComponentChildren;
  wide?: boolean;
  children: ComponentChildren;
}

/** One question a page: where one is, the way back, the question, one button. */
export function StepFrame({
  view,
  model,
  title,
  heading = 'field',
  buttons,
  wide = false,
  children,
}: FrameProps) {
  const first = model.place.at <= 1;
  return (
    <Page
      view={view}
      title={title}
      heading={heading}
      caption={view.t('reports.caption', model.place)}
      errors={model.errors}
      form={FORM}
      wide={wide}
      {...(first ? {} : { back: { action: pathIn(view, REPORT), form: FORM } })}
    >
      <Form view={view} action={pathIn(view, REPORT)} id={FORM}>
        <input type="hidden" name="step" value={model.step} />
        {children}
        {buttons ?? (
          <Button name="go" value="next">
            {view.t('ui.continue')}
          </Button>
        )}
      </Form>
    </Page>
  );
}
