// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import {
  Button,
  type FieldErrors,
  Form,
  Page,
  Radios,
  TextArea,
  TextField,
  Typed,
  type View,
} from '#platform/ui';
import type { Found } from '../form/form-view.ts';
import { deskPath } from '../pages/address.ts';

interface Ending {
  actor: Actor;
  id: number;
  title: string;
  errors: FieldErrors;
}

export interface WithdrawView extends Ending {
  reason: string;
}

/** Takes a record from its readers; they read why. */
export function WithdrawPage({ view, shown }: { view: View; shown: WithdrawView }) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={t('records.step.withdraw')}
      caption={<Typed>{shown.title}</Typed>}
      back={{ href: deskPath(view, shown.id) }}
      errors={shown.errors}
      nav={deskNav(view, shown.actor, 'library')}
    >
      <p>{t('records.step.withdraw-hint')}</p>
      <Form view={view} action={deskPath(view, shown.id, 'withdraw')}>
        <TextArea
          view={view}
          name="reason"
          label={t('records.step.withdraw-reason')}
          hint={t('records.step.withdraw-public')}
          rows={4}
          limit={2000}
          value={shown.reason}
          errors={shown.errors}
        />
        <Button kind="danger">{t('records.step.withdraw')}</Button>
      </Form>
    </Page>
  );
}

export interface SupersedeView extends Ending {
  asked: string;
  by: string;
  /** What stands there now, and what the search found. */
  found: Found['results'];
  replaced: boolean;
}

/** Names the record that took its place. */
export function SupersedePage({ view, shown }: { view: View; shown: SupersedeView }) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={t('records.step.supersede')}
      caption={<Typed>{shown.title}</Typed>}
      back={{ href: deskPath(view, shown.id) }}
      errors={shown.errors}
      nav={deskNav(view, shown.actor, 'library')}
    >
      <p>{t('records.step.supersede-hint')}</p>
      <Form view={view} action={deskPath(view, shown.id, 'supersede')}>
        {shown.found.length === 0 && !shown.replaced ? null : (
          <Radios
            view={view}
            name="by"
            legend={t('records.step.supersede-by')}
            errors={shown.errors}
            value={shown.by}
            options={[
              ...shown.found.map(({ id, title }) => ({ value: String(id), label: <Typed>{title}</Typed> })),
              ...(shown.replaced ? [{ value: '', label: t('records.step.supersede-none') }] : []),
            ]}
          />
        )}
        {shown.found.length === 0 && !shown.replaced ? null : (
          <Button name="go" value="save">
            {t('records.form.save')}
          </Button>
        )}
        <TextField
          view={view}
          name="find"
          type="search"
          width="medium"
          label={t('records.step.supersede-find')}
          hint={t('records.form.find-hint')}
          value={shown.asked}
        />
        {shown.asked !== '' && shown.found.length === 0 ? (
          <p role="status">{t('records.form.found-none')}</p>
        ) : null}
        <Button kind="secondary" name="go" value="find">
          {t('records.form.find-button')}
        </Button>
      </Form>
    </Page>
  );
}
