// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { FILE_ACCEPT, type FormView, ownName, RecordInputs } from '#platform/records';
import {
  Button,
  ButtonRow,
  type FieldErrors,
  FileField,
  Form,
  Page,
  Panel,
  pathIn,
  Section,
  Select,
  TextArea,
  type View,
} from '#platform/ui';

interface DropProps {
  view: View;
  actor: Actor;
  words: string;
  errors: FieldErrors;
}

/** A letter came: its file or its words. */
export function DropLetterPage({ view, actor, words, errors }: DropProps) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={t('library.letters.new')}
      errors={errors}
      back={{ href: pathIn(view, '/desk/library') }}
      nav={deskNav(view, actor, 'letters')}
    >
      <p>{t('library.letters.how')}</p>
      <Form view={view} action={pathIn(view, '/desk/library/letters/new')} files>
        <FileField
          view={view}
          name="file"
          label={t('library.letters.file')}
          hint={t('library.letters.file-hint')}
          accept={FILE_ACCEPT}
          errors={errors}
          multiple
          optional
        />
        <TextArea
          view={view}
          name="words"
          label={t('library.letters.words')}
          value={words}
          errors={errors}
          optional
        />
        <Button>{t('library.letters.read')}</Button>
      </Form>
    </Page>
  );
}

export interface ConfirmView {
  actor: Actor;
  form: FormView;
  tongue: string;
  languages: readonly string[];
  /** The words found in the file, or pasted; '' for a scan. */
  source: string;
}

const FORM = 'letter';

/** What the letter seems to say about itself, beside its words; the clerk sets it right. */
export function ConfirmLetterPage({ view, shown }: { view: View; shown: ConfirmView }) {
  const { t } = view;
  const { form, source } = shown;
  return (
    <Page
      view={view}
      title={t('library.letters.confirm')}
      errors={form.errors}
      nav={deskNav(view, shown.actor, 'letters')}
      back={{ href: pathIn(view, '/desk/library/letters/new') }}
      wide
    >
      <Panel
        view={view}
        title={t(source === '' ? 'library.letters.no-words' : 'library.letters.suggested')}
      />
      <div class="record-pair">
        <Form view={view} action={pathIn(view, '/desk/library/letters')} id={FORM} class="record-form">
          <input type="hidden" name="source" value={source} />
          <Select
            view={view}
            name="tongue"
            label={t('records.form.tongue')}
            hint={t('records.form.tongue-hint')}
            errors={form.errors}
            value={shown.tongue}
            options={shown.languages.map((lang) => ({ value: lang, label: ownName(lang) }))}
          />
          <RecordInputs view={view} form={form} />
          <ButtonRow>
            <Button name="go" value="save">
              {t('library.letters.register')}
            </Button>
          </ButtonRow>
        </Form>
        {source === '' ? null : (
          <Section title={t('library.letters.source')}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
            <div class="library-source" dir="auto" tabIndex={0}>
              {source}
            </div>
          </Section>
        )}
      </div>
    </Page>
  );
}
