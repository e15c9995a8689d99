// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import type { MessageKey } from '#platform/i18n';
import {
  Button,
  type FieldErrors,
  Form,
  Page,
  Panel,
  pathIn,
  Section,
  Summary,
  type View,
  Ways,
} from '#platform/ui';
import type { ListedPerson } from '../people/list-people.ts';
import { RoleBoxes } from './new-person-page.tsx';
import { wayWords } from './people-page.tsx';
import { roleWords, teamWords } from './words.ts';

export interface PersonView {
  person: ListedPerson;
  /** What the reader may do here, in order; each has a page of its own. */
  acts: readonly ('give' | 'roles' | 'reset' | 'factor' | 'leave')[];
  /** A new link can be made for who never opened theirs. */
  mayLink: boolean;
  nav: ComponentChildren;
}

/** One person, and what can be done about their account. */
export function PersonPage({ view, data }: { view: View; data: PersonView }) {
  const { t } = view;
  const { person } = data;
  const asked =
    person.asked === null ? '' : t('auth.people.waits-for', { roles: roleWords(view, person.asked) });
  return (
    <Page
      view={view}
      title={t('auth.person.title', { name: person.alias })}
      back={{ href: pathIn(view, '/desk/people') }}
      nav={data.nav}
    >
      {person.state === 'invited' ? <Panel view={view} title={t('auth.person.unused')} /> : null}
      <Summary
        view={view}
        rows={[
          { label: t('auth.people.state'), value: t(`auth.state.${person.state}` as MessageKey) },
          {
            label: t('auth.people.roles'),
            value: [roleWords(view, person.roles), asked].filter(Boolean).join('. '),
          },
          { label: t('auth.people.keys'), value: teamWords(view, person.teams) },
          { label: t('auth.people.ways'), value: person.ways.map((way) => wayWords(view, way)).join(', ') },
        ]}
      />
      {data.acts.length === 0 ? null : (
        <Section title={t('auth.person.acts')}>
          <Ways
            view={view}
            items={data.acts.map((act) => ({
              href: pathIn(view, `/desk/people/${person.id}/${act}`),
              label: t(`auth.person.${act}` as MessageKey),
            }))}
          />
        </Section>
      )}
      {data.mayLink ? (
        <Form view={view} action={pathIn(view, `/desk/people/${person.id}/link`)}>
          <Button kind="secondary">{t('auth.person.link')}</Button>
        </Form>
      ) : null}
    </Page>
  );
}

export interface RolesView {
  person: { id: string; alias: string };
  roles: readonly string[];
  errors: FieldErrors;
  nav: ComponentChildren;
}

/** What somebody does; the page says what happens at once and what waits. */
export function RolesPage({ view, data }: { view: View; data: RolesView }) {
  const { t } = view;
  const { id, alias: name } = data.person;
  return (
    <Page
      view={view}
      title={t('auth.roles.title', { name })}
      back={{ href: pathIn(view, `/desk/people/${id}`) }}
      errors={data.errors}
      form="roles-form"
      nav={data.nav}
    >
      <p>{t('auth.roles.lead', { name })}</p>
      <Form view={view} action={pathIn(view, `/desk/people/${id}/roles`)} id="roles-form">
        <RoleBoxes view={view} legend={t('auth.people.roles')} values={data.roles} errors={data.errors} />
        <Button>{t('auth.roles.go')}</Button>
      </Form>
    </Page>
  );
}
