// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { Button, type FieldErrors, FileField, Form, LinkButton, Page, type View } from '#platform/ui';
import type { Kind } from '../kind/kind.ts';
import { deskPath } from '../pages/address.ts';
import { fieldKey, label } from '../pages/labels.ts';
import { FILE_ACCEPT } from './limits.ts';

interface AddFileProps {
  view: View;
  actor: Actor;
  kind: Kind;
  id: number;
  field: string;
  errors: FieldErrors;
}

/** One thing: choose files for one field of a record. */
export function AddFilePage({ view, actor, kind, id, field, errors }: AddFileProps) {
  const { t } = view;
  const name = label(view, fieldKey(kind, field));
  return (
    <Page
      view={view}
      title={t('records.file.title', { field: name })}
      errors={errors}
      nav={deskNav(view, actor, 'library')}
    >
      <Form view={view} action={deskPath(view, id, 'files', field)} files>
        <FileField
          view={view}
          name="file"
          label={t('records.file.label')}
          hint={t('records.file.hint')}
          accept={FILE_ACCEPT}
          errors={errors}
          multiple
        />
        <Button>{t('records.file.button')}</Button>
        <LinkButton kind="secondary" href={deskPath(view, id, 'facts')}>
          {t('records.file.back')}
        </LinkButton>
      </Form>
    </Page>
  );
}
