// SPDX-License-Identifier: EUPL-1.2
import { Button, type FieldErrors, Select, TextArea, TextField, type View } from '#platform/ui';

export interface Person {
  id: string;
  alias: string;
}

export interface TypedTask {
  what: string;
  owner: string;
  org: string;
  due: string;
}

interface AssignProps {
  view: View;
  typed: TypedTask;
  people: readonly Person[];
  errors: FieldErrors;
}

/** What is to be done, by whom and when. */
export function AssignFields({ view, typed, people, errors }: AssignProps) {
  const { t } = view;
  return (
    <>
      <TextArea
        view={view}
        name="what"
        label={t('library.tasks.what')}
        value={typed.what}
        rows={3}
        errors={errors}
      />
      <Select
        view={view}
        name="owner"
        label={t('library.tasks.owner')}
        value={typed.owner}
        errors={errors}
        options={[
          { value: '', label: t('library.tasks.nobody') },
          ...people.map(({ id, alias }) => ({ value: id, label: alias })),
        ]}
      />
      <TextField
        view={view}
        name="org"
        label={t('library.tasks.org')}
        hint={t('library.tasks.org-hint')}
        value={typed.org}
        errors={errors}
        optional
      />
      <TextField
        view={view}
        name="due"
        label={t('library.tasks.due')}
        hint={t('library.tasks.day-hint')}
        value={typed.due}
        errors={errors}
        width="code"
        ltr
        optional
      />
    </>
  );
}

export function SaveTask({ view }: { view: View }) {
  return (
    <Button name="go" value="save">
      {view.t('library.tasks.save')}
    </Button>
  );
}
