// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { Button, Checkbox, Empty, Form, Page, Panel, pathIn, Section, type View } from '#platform/ui';
import type { Moving } from '../keys/reseal.ts';
import { teamWord } from './words.ts';

interface EndingView {
  person: { id: string; alias: string };
  nav: ComponentChildren;
}

/** A lost password: old ways end, a link makes new ones. */
export function ResetPage({ view, data }: { view: View; data: EndingView }) {
  const { t } = view;
  const { id, alias: name } = data.person;
  return (
    <Page
      view={view}
      title={t('auth.reset.title', { name })}
      back={{ href: pathIn(view, `/desk/people/${id}`) }}
      nav={data.nav}
    >
      <p>{t('auth.reset.lead', { name })}</p>
      <Form view={view} action={pathIn(view, `/desk/people/${id}/reset`)}>
        <Checkbox
          view={view}
          name="exposed"
          label={t('auth.reset.exposed')}
          hint={t('auth.reset.exposed.hint', { name })}
        />
        <Button kind="danger">{t('auth.reset.go')}</Button>
      </Form>
    </Page>
  );
}

/** A lost phone: a link for a new key of the app. */
export function FactorPage({ view, data }: { view: View; data: EndingView }) {
  const { t } = view;
  const { id, alias: name } = data.person;
  return (
    <Page
      view={view}
      title={t('auth.factor.title', { name })}
      back={{ href: pathIn(view, `/desk/people/${id}`) }}
      nav={data.nav}
    >
      <p>{t('auth.factor.lead', { name })}</p>
      <Form view={view} action={pathIn(view, `/desk/people/${id}/factor`)}>
        <Button>{t('auth.factor.go')}</Button>
      </Form>
    </Page>
  );
}

/** A case that somebody still has; the room of cases says what it is called and where it is. */
export interface OpenCase {
  label: string;
  /** A path without language. */
  path: string;
}

/** Somebody leaves: what they still have open comes first. */
export function LeavePage({ view, data }: { view: View; data: EndingView & { cases: readonly OpenCase[] } }) {
  const { t } = view;
  const { id, alias: name } = data.person;
  return (
    <Page
      view={view}
      title={t('auth.leave.title', { name })}
      back={{ href: pathIn(view, `/desk/people/${id}`) }}
      nav={data.nav}
    >
      <Section title={t('auth.leave.cases', { name })}>
        {data.cases.length === 0 ? (
          <p>{t('auth.leave.no-cases', { name })}</p>
        ) : (
          <>
            <p>{t('auth.leave.cases.hint')}</p>
            <ul>
              {data.cases.map(({ path, label }) => (
                <li key={path}>
                  <a href={pathIn(view, path)}>{label}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
      <p>{t('auth.leave.lead', { name })}</p>
      <Form view={view} action={pathIn(view, `/desk/people/${id}/leave`)}>
        <Button kind="danger">{t('auth.leave.go', { name })}</Button>
      </Form>
    </Page>
  );
}

function Papers({ view, n }: { view: View; n: number | null }) {
  const { t } = view;
  if (n === null) return null;
  return (
    <Panel view={view} kind="warn" title={t('auth.papers.title')}>
      <p>{t('auth.papers.seal', { n })}</p>
      <Form view={view} action={pathIn(view, '/desk/keys/recovery')}>
        <Button>{t('auth.papers.seal.go')}</Button>
      </Form>
    </Panel>
  );
}

/** Old objects move to the new keys, some with each press. */
export function MovingPage({
  view,
  data,
}: {
  view: View;
  data: {
    moving: readonly Moving[];
    /** New recovery papers that lack a key of the reader, by number. */
    papers: number | null;
    /** Teams that the reader may give a new key. */
    renewable: readonly { team: string; days: number }[];
    nav: ComponentChildren;
  };
}) {
  const { t } = view;
  return (
    <Page view={view} title={t('auth.keys.title')} nav={data.nav}>
      <Papers view={view} n={data.papers} />
      {data.moving.length === 0 ? (
        <Empty view={view} title={t('auth.keys.done')} />
      ) : (
        <p>{t('auth.keys.lead')}</p>
      )}
      {data.moving.map(({ team, left }) => (
        <Form key={team} view={view} action={pathIn(view, '/desk/keys')}>
          <p>{t('auth.keys.left', { team: teamWord(view, team), n: left })}</p>
          <input type="hidden" name="team" value={team} />
          <Button>{t('auth.keys.go')}</Button>
        </Form>
      ))}
      {data.renewable.length === 0 ? null : (
        <Section title={t('auth.keys.new')}>
          <p>{t('auth.keys.new.lead')}</p>
          {data.renewable.map(({ team, days }) => (
            <Form key={team} view={view} action={pathIn(view, '/desk/keys/new')}>
              <p>{t('auth.keys.new.age', { team: teamWord(view, team), days })}</p>
              <input type="hidden" name="team" value={team} />
              <Button kind="secondary">{t('auth.keys.new.go', { team: teamWord(view, team) })}</Button>
            </Form>
          ))}
        </Section>
      )}
    </Page>
  );
}
