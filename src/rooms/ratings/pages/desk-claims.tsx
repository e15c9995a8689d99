// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { Ltr, Page, Panel, pathIn, Section, Table, type View } from '#platform/ui';
import { categoryById } from '../categories.ts';
import type { HostClaims } from '../queries/claims-about.ts';
import { FindHost } from './desk-sources.tsx';
import { ageWords, dayWords, keyOf } from './words.ts';

export interface ClaimsView {
  actor: Actor;
  typed: string;
  /** Null where nothing or no host was typed. */
  found: HostClaims | null;
  timeZone: string;
}

/** Who says what about one exact host, and what the rule makes of it. There is no way to browse hosts (H17). */
export function DeskClaims({ view, shown }: { view: View; shown: ClaimsView }) {
  const { t } = view;
  const { found, typed, timeZone } = shown;
  return (
    <Page
      view={view}
      title={t('ratings.claims.title')}
      back={{ href: pathIn(view, '/desk/ratings') }}
      nav={deskNav(view, shown.actor, 'ratings')}
      wide
    >
      <FindHost view={view} typed={found?.host ?? typed} />
      {found === null && typed !== '' ? (
        <Panel view={view} kind="warn">
          <p>{t('ratings.check.not-a-host')}</p>
        </Panel>
      ) : null}
      {found === null ? null : (
        <>
          <Outcome view={view} found={found} />
          <Lists view={view} found={found} timeZone={timeZone} />
          <Pages view={view} found={found} />
          <Decisions view={view} found={found} timeZone={timeZone} />
        </>
      )}
    </Page>
  );
}

function Outcome({ view, found }: { view: View; found: HostClaims }) {
  const { t } = view;
  const { verdict, standing, heard } = found.rating;
  return (
    <Section title={t('ratings.claims.outcome')}>
      {standing === null ? null : <p>{t(keyOf('claims', `standing-${standing}`))}</p>}
      <ul>
        {heard.map(({ category, voices, isEnough }) => (
          <li key={category}>
            {t(keyOf('category', categoryById(category)?.code ?? ''))}:{' '}
            {t('ratings.claims.voices', { n: voices })},{' '}
            {t(isEnough ? 'ratings.claims.enough' : 'ratings.claims.not-enough')}
          </li>
        ))}
      </ul>
      <p>
        {verdict.minAge === 0
          ? t('ratings.claims.open')
          : t('ratings.claims.blocked', { age: ageWords(view, verdict.minAge) })}
      </p>
    </Section>
  );
}

function Lists({ view, found, timeZone }: { view: View; found: HostClaims; timeZone: string }) {
  const { t } = view;
  if (found.claims.length === 0) {
    return (
      <Section title={t('ratings.claims.lists')}>
        <p>{t.parts('ratings.claims.none', { host: <Ltr>{found.host}</Ltr> })}</p>
      </Section>
    );
  }
  return (
    <Section title={t('ratings.claims.lists')}>
      <Table
        view={view}
        id="claims"
        caption={t('ratings.claims.lists')}
        captionHidden
        columns={[
          { label: t('ratings.desk.source'), head: true },
          { label: t('ratings.claims.says') },
          { label: t('ratings.claims.about') },
          { label: t('ratings.desk.group') },
          { label: t('ratings.claims.since') },
          { label: t('ratings.claims.heard') },
        ]}
        rows={found.claims.map((claim) => [
          <a key="source" href={pathIn(view, `/desk/ratings/sources/${claim.sourceId}`)}>
            {claim.source}
          </a>,
          t(keyOf('category', claim.category)),
          <>
            <Ltr>{claim.host}</Ltr>,{' '}
            {t(claim.below ? 'ratings.claims.reach-below' : 'ratings.claims.reach-host')}
          </>,
          claim.group,
          dayWords(view, claim.since, timeZone),
          t(claim.isHeard ? 'ratings.claims.yes' : 'ratings.claims.too-old'),
        ])}
      />
    </Section>
  );
}

function Pages({ view, found }: { view: View; found: HostClaims }) {
  const { t } = view;
  if (found.addresses.length === 0) return null;
  return (
    <Section title={t('ratings.claims.pages')}>
      <Table
        view={view}
        id="pages"
        caption={t('ratings.claims.pages-hint')}
        columns={[
          { label: t('ratings.claims.page'), head: true },
          { label: t('ratings.claims.says') },
          { label: t('ratings.desk.source') },
        ]}
        rows={found.addresses.map(({ path, category, source }) => [
          <Ltr key="path">{path}</Ltr>,
          t(keyOf('category', category)),
          source,
        ])}
      />
    </Section>
  );
}

function Decisions({ view, found, timeZone }: { view: View; found: HostClaims; timeZone: string }) {
  const { t } = view;
  if (found.decisions.length === 0) {
    return (
      <Section title={t('ratings.claims.decisions')}>
        <p>{t('ratings.claims.no-decisions')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('ratings.claims.decisions')}>
      <Table
        view={view}
        id="decisions"
        caption={t('ratings.claims.decisions')}
        captionHidden
        columns={[
          { label: t('ratings.claims.decision'), head: true },
          { label: t('ratings.claims.about') },
          { label: t('ratings.claims.state') },
          { label: t('ratings.desk.when') },
        ]}
        rows={found.decisions.map((decision) => [
          decision.blockEveryone ? t('ratings.claims.everyone') : ageWords(view, decision.minAge),
          t(decision.scope === 'subtree' ? 'ratings.claims.reach-below' : 'ratings.claims.reach-host'),
          t(keyOf('state', decision.state)),
          dayWords(view, decision.proposedAt, timeZone),
        ])}
      />
    </Section>
  );
}
