// SPDX-License-Identifier: EUPL-1.2
import { LANGS, type Lang, languages } from '#platform/i18n';
import {
  Button,
  type FieldErrors,
  Form,
  Page,
  pathIn,
  Radios,
  Select,
  TextField,
  type View,
} from '#platform/ui';
import { AGE_GROUPS } from '../words.ts';
import { ageWords, childPath, FAMILY, HOME } from './frame.tsx';

export interface ChildFormView {
  /** Null for a child that is being added. */
  id: string | null;
  /** As it is kept; '' for a new child. */
  name: string;
  typed: { name: string; age: string; lang: string };
  /** Languages that are open here. */
  open: readonly Lang[];
  errors: FieldErrors;
}

/** F2: a nickname, an age group and a language; nothing else is asked about a child. */
export function ChildFormPage({ view, form }: { view: View; form: ChildFormView }) {
  const { t } = view;
  const { id, typed, errors } = form;
  const title = id === null ? t('guard.child.title-new') : t('guard.child.title-change', { name: form.name });
  const action = id === null ? `${HOME}/child` : `${childPath(id)}/change`;
  return (
    <Page
      view={view}
      title={title}
      errors={errors}
      back={{ href: pathIn(view, id === null ? FAMILY : childPath(id)) }}
    >
      <Form view={view} action={pathIn(view, action)}>
        <TextField
          view={view}
          name="name"
          label={t('guard.child.name')}
          hint={t('guard.child.name-hint')}
          width="medium"
          value={typed.name}
          errors={errors}
        />
        <Radios
          view={view}
          name="age"
          legend={t('guard.child.age')}
          options={AGE_GROUPS.map((group) => ({ value: group, label: ageWords(t, group) }))}
          value={typed.age}
          errors={errors}
        />
        <Select
          view={view}
          name="lang"
          label={t('guard.child.lang')}
          options={LANGS.filter((lang) => form.open.includes(lang) || lang === typed.lang).map((lang) => ({
            value: lang,
            label: languages[lang].name,
          }))}
          value={typed.lang}
          errors={errors}
        />
        <Button>{t('ui.continue')}</Button>
      </Form>
    </Page>
  );
}
