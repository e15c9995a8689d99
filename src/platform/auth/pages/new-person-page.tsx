// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { ROLES, type Role } from '#platform/ctx';
import type { MessageKey } from '#platform/i18n';
import {
  Button,
  Checkboxes,
  type FieldErrors,
  Form,
  LinkButton,
  Ltr,
  Page,
  Panel,
  pathIn,
  TextField,
  type View,
} from '#platform/ui';

/** Roles of people who work here; members of the network sign in elsewhere. */
export const staffRoles: readonly Role[] = ROLES.filter((role) => role !== 'member');

interface RoleBoxesProps {
  view: View;
  legend: string;
  hint?: string;
  values: readonly string[];
  errors: FieldErrors;
}

export function RoleBoxes({ view, legend, hint, values, errors }: RoleBoxesProps) {
  const { t } = view;
  return (
    <Checkboxes
      view={view}
      name="roles[]"
      legend={legend}
      hint={hint}
      options={staffRoles.map((role) => ({
        value: role,
        label: t(`auth.role.${role}` as MessageKey),
        hint: t(`auth.role.${role}.hint` as MessageKey),
      }))}
      values={values}
      errors={errors}
    />
  );
}

export interface NewPersonView {
  alias: string;
  roles: readonly string[];
  errors: FieldErrors;
  nav: ComponentChildren;
}

/** Who is to come, and what they will do. */
export function NewPersonPage({ view, data }: { view: View; data: NewPersonView }) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={t('auth.new.title')}
      back={{ href: pathIn(view, '/desk/people') }}
      errors={data.errors}
      form="person"
      nav={data.nav}
    >
      <p>{t('auth.new.lead')}</p>
      <Form view={view} action={pathIn(view, '/desk/people/new')} id="person">
        <TextField
          view={view}
          name="alias"
          label={t('auth.new.alias')}
          hint={t('auth.new.alias.hint')}
          value={data.alias}
          width="medium"
          errors={data.errors}
        />
        <RoleBoxes
          view={view}
          legend={t('auth.new.roles')}
          hint={t('auth.new.roles.hint')}
          values={data.roles}
          errors={data.errors}
        />
        <Button>{t('auth.new.go')}</Button>
      </Form>
    </Page>
  );
}

export interface LinkView {
  name: string;
  link: string;
  until: string;
  nav: ComponentChildren;
}

/** A one-time link, shown once to whoever made it. */
export function LinkPage({ view, data }: { view: View; data: LinkView }) {
  const { t } = view;
  const { name, until } = data;
  return (
    <Page view={view} title={t('auth.link.title', { name })} nav={data.nav}>
      <Panel view={view} kind="warn" title={t('auth.link.once')} />
      <p>
        <code>
          <Ltr>{data.link}</Ltr>
        </code>
      </p>
      <p>{t('auth.link.until', { time: until, name })}</p>
      <LinkButton href={pathIn(view, '/desk/people')}>{t('auth.link.back')}</LinkButton>
    </Page>
  );
}
