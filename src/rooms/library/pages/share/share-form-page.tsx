// SPDX-License-Identifier: EUPL-1.2
import { type FormView, ownName, RecordInputs } from '#platform/records';
import { Button, Form, Lead, Page, pathIn, Select, TextField, type View, Ways } from '#platform/ui';

/** What would you like to share? */
export function SharePage({ view }: { view: View }) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={t('library.home.share')}
      back={{ href: pathIn(view, '/library'), label: t('library.home.title') }}
    >
      <Lead>{t('library.share.lead')}</Lead>
      <Ways
        view={view}
        items={[
          {
            href: pathIn(view, '/library/share/practice'),
            label: t('library.share.practice'),
            hint: t('library.share.practice-hint'),
          },
          {
            href: pathIn(view, '/library/share/resource'),
            label: t('library.share.resource'),
            hint: t('library.share.resource-hint'),
          },
          { href: pathIn(view, '/library/share/back'), label: t('library.home.back') },
        ]}
      />
    </Page>
  );
}

export interface ShareForm {
  form: FormView;
  once: string;
  tongue: string;
  languages: readonly string[];
  credit: string;
}

const FORM = 'share';

/** One page without an account and without files. */
export function ShareFormPage({ view, shown }: { view: View; shown: ShareForm }) {
  const { t } = view;
  const { form } = shown;
  return (
    <Page
      view={view}
      title={t(form.kind.name === 'practice' ? 'library.share.practice' : 'library.share.resource')}
      back={{ href: pathIn(view, '/library/share') }}
      errors={form.errors}
    >
      <p>{t('library.share.what-happens')}</p>
      <Form view={view} action={pathIn(view, `/library/share/${form.kind.name}`)} id={FORM}>
        <input type="hidden" name="once" value={shown.once} />
        <Select
          view={view}
          name="tongue"
          label={t('records.form.tongue')}
          value={shown.tongue}
          errors={form.errors}
          options={shown.languages.map((lang) => ({ value: lang, label: ownName(lang) }))}
        />
        <RecordInputs view={view} form={form} />
        <TextField
          view={view}
          name="credit"
          label={t('library.share.credit')}
          hint={t('library.share.credit-hint')}
          value={shown.credit}
          errors={form.errors}
          optional
        />
        <Button>{t('library.share.send')}</Button>
      </Form>
    </Page>
  );
}
