// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  type FieldErrors,
  Form,
  Page,
  Panel,
  pathIn,
  TextArea,
  Typed,
  type View,
} from '#platform/ui';
import type { Hint } from '../queries/hints.ts';
import { deskPath } from './address.ts';

interface HintsProps {
  view: View;
  record: number;
  lang: string;
  hints: readonly Hint[];
}

/** What readers said is wrong with this text. */
export function HintsOf({ view, record, lang, hints }: HintsProps) {
  return (
    <Panel view={view} icon="message-circle" title={view.t('records.hint.from-readers')}>
      {hints.map(({ id, words }) => (
        <Form key={id} view={view} action={deskPath(view, record, 'hint')}>
          <p class="record-text">
            <Typed>{words}</Typed>
          </p>
          <input type="hidden" name="lang" value={lang} />
          <Button kind="quiet" name="hint" value={id}>
            {view.t('records.hint.done')}
          </Button>
        </Form>
      ))}
    </Panel>
  );
}

export interface HintPageView {
  title: string;
  lang: string;
  /** The record's page. */
  back: string;
  action: string;
  words: string;
  errors: FieldErrors;
  sent: boolean;
}

/** A reader says what is wrong with a text; nothing about them is kept. */
export function HintPage({ view, shown }: { view: View; shown: HintPageView }) {
  const { t } = view;
  const back = { href: pathIn(view, shown.back) };
  if (shown.sent) {
    return (
      <Page view={view} title={t('records.hint.thanks')} back={back}>
        <p>{t('records.hint.thanks-what')}</p>
      </Page>
    );
  }
  return (
    <Page
      view={view}
      title={t('records.hint.title')}
      caption={<Typed>{shown.title}</Typed>}
      back={back}
      errors={shown.errors}
    >
      <p>{t('records.hint.lead')}</p>
      <Form view={view} action={pathIn(view, shown.action)}>
        <input type="hidden" name="text" value={shown.lang} />
        <TextArea
          view={view}
          name="words"
          label={t('records.hint.label')}
          hint={t('records.hint.hint')}
          rows={4}
          limit={1000}
          value={shown.words}
          errors={shown.errors}
        />
        <Button>{t('records.hint.send')}</Button>
      </Form>
    </Page>
  );
}
