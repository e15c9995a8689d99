// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import type { MessageKey } from '#platform/i18n';
import { LinkButton, Page, Panel, pathIn, Status, Table, type Tone, Typed, type View } from '#platform/ui';
import type { PendingAct } from '../keys/second-person.ts';
import type { ListedPerson, Way } from '../people/list-people.ts';
import { moment, roleWords, teamWords } from './words.ts';

export interface PeopleView {
  people: readonly ListedPerson[];
  /** Who asked for new recovery papers that were not made yet; null for nobody. */
  papers: string | null;
  acts: readonly (Pick<PendingAct, 'id' | 'approved'> & { asker: string; person: string })[];
  /** Something still lies under an old key of one of the reader's teams. */
  moving: boolean;
  now: Date;
  timeZone: string;
  nav: ComponentChildren;
  banner: ComponentChildren;
}

/** Everybody who works here: what they do, which keys they hold, how they sign in. */
export function PeoplePage({ view, data }: { view: View; data: PeopleView }) {
  const { t } = view;
  const columns = ['name', 'state', 'roles', 'keys', 'ways'].map((name) => ({
    label: t(`auth.people.${name}` as MessageKey),
    head: name === 'name',
  }));
  return (
    <Page view={view} title={t('auth.people.title')} nav={data.nav} wide>
      {data.banner}
      <p>{t('auth.people.lead')}</p>
      <p>
        <LinkButton href={pathIn(view, '/desk/people/new')}>{t('auth.people.invite')}</LinkButton>
      </p>
      <Acts view={view} acts={data.acts} papers={data.papers} />
      {data.moving ? (
        <Panel view={view} kind="warn" title={t('auth.people.moving')}>
          <p>{t('auth.people.moving.text')}</p>
          <a href={pathIn(view, '/desk/keys')}>{t('auth.people.moving.go')}</a>
        </Panel>
      ) : null}
      <Table
        view={view}
        id="people"
        caption={t('auth.people.title')}
        captionHidden
        columns={columns}
        rows={data.people.map((person) => row(view, data, person))}
      />
    </Page>
  );
}

function Acts({ view, acts, papers }: { view: View } & Pick<PeopleView, 'acts' | 'papers'>) {
  const { t } = view;
  if (acts.length === 0 && papers === null) return null;
  return (
    <Panel view={view} kind="warn" title={t('auth.people.acts')}>
      <ul>
        {papers === null ? null : (
          <li>
            <a href={pathIn(view, '/desk/recovery/new')}>{t('auth.papers.act', { asker: papers })}</a>
          </li>
        )}
        {acts.map(({ id, approved, asker, person }) => (
          <li key={id}>
            <a href={pathIn(view, `/desk/people/acts/${id}`)}>
              {approved ? t('auth.people.act-approved', { person }) : t('auth.people.act', { asker, person })}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const tones: Record<ListedPerson['state'], Tone> = {
  invited: 'neutral',
  waiting: 'warn',
  active: 'ok',
  left: 'neutral',
};

function row(view: View, data: PeopleView, person: ListedPerson): ComponentChildren[] {
  const { t } = view;
  return [
    <a key="name" href={pathIn(view, `/desk/people/${person.id}`)}>
      <Typed>{person.alias}</Typed>
    </a>,
    <State key="state" view={view} person={person} data={data} />,
    <>
      {person.roles.length === 0 && person.asked !== null ? null : roleWords(view, person.roles)}
      {person.asked === null ? null : (
        <p class="quiet">{t('auth.people.waits-for', { roles: roleWords(view, person.asked) })}</p>
      )}
    </>,
    teamWords(view, person.teams),
    person.ways.map((way) => <div key={way.id}>{wayWords(view, way)}</div>),
  ];
}

function State({ view, person, data }: { view: View; person: ListedPerson; data: PeopleView }) {
  const { t } = view;
  const { linkUntil, state } = person;
  const time = linkUntil === null ? '' : moment(view, linkUntil, data.timeZone);
  const works = linkUntil !== null && linkUntil > data.now;
  return (
    <>
      <Status tone={tones[state]}>{t(`auth.state.${state}` as MessageKey)}</Status>
      {works ? <p class="quiet">{t('auth.people.link-until', { time })}</p> : null}
      {state === 'invited' && !works ? <p class="quiet">{t('auth.people.no-link')}</p> : null}
    </>
  );
}

/** "Passkey that opens cases (copied to a company's servers)" */
export function wayWords(view: View, way: Way): string {
  const words = view.t(`auth.way.${way.kind}` as MessageKey);
  return way.synced ? `${words} (${view.t('auth.way.synced')})` : words;
}
