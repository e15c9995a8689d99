// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import { formatDateTime, type MessageKey } from '#platform/i18n';
import {
  LinkButton,
  Page,
  Panel,
  pathIn,
  Section,
  Status,
  type Task,
  TaskList,
  type Tone,
  Typed,
  type View,
} from '#platform/ui';
import { deskPath } from '../pages/address.ts';
import { kindKey, kindsKey, label } from '../pages/labels.ts';
import { ownName } from '../pages/language.ts';
import { RecordLink } from '../pages/values.tsx';
import type { RecordState } from '../record.ts';
import { lackHref, lackWords } from './lacks.ts';
import { RoomOff } from './room-off.tsx';
import { Steps } from './steps.tsx';
import { isChanged, type PartLine, type WorkView } from './work-view.ts';

const TONES: Readonly<Record<RecordState, Tone>> = {
  draft: 'neutral',
  review: 'info',
  live: 'ok',
  withdrawn: 'danger',
  superseded: 'warn',
};

export function StateOf({ view, state }: { view: View; state: RecordState }) {
  return <Status tone={TONES[state]}>{view.t(`records.state.${state}` as MessageKey)}</Status>;
}

/** Where a record stands, what it lacks, its parts, and what may be done with it now. */
export function WorkPage({ view, work }: { view: View; work: WorkView }) {
  const { t } = view;
  const { kind, record } = work;
  return (
    <Page
      view={view}
      title={work.title}
      heading="field"
      nav={deskNav(view, work.actor, 'library')}
      errors={work.errors}
      caption={`${label(view, kindKey(kind))} ${record.id}`}
      back={{ href: pathIn(view, `/desk/records/${kind.name}`), label: label(view, kindsKey(kind)) }}
    >
      <h1 lang={work.lang} dir="auto">
        {work.title}
      </h1>
      <p>
        <StateOf view={view} state={record.state} />
      </p>
      <RoomOff view={view} room={kind.room} />
      {work.merged ? <Panel view={view} kind="ok" title={t('records.clash.merged')} live /> : null}
      <Reason view={view} work={work} />
      {work.successor === null ? null : (
        <p>
          {t('records.banner.superseded')} <RecordLink view={view} to={work.successor} />
        </p>
      )}
      <p class="record-ways">
        <a href={deskPath(view, record.id, 'read')}>{t('records.work.read')}</a>
        <a href={deskPath(view, record.id, 'history')}>{t('records.work.history')}</a>
        <a href={deskPath(view, record.id, 'export.ndjson')}>{t('records.export.record')}</a>
        {work.publicHref === null ? null : <a href={work.publicHref}>{t('records.work.public')}</a>}
      </p>
      <Lacks view={view} work={work} />
      <Parts view={view} work={work} />
      <Steps view={view} work={work} />
    </Page>
  );
}

function Reason({ view, work }: { view: View; work: WorkView }) {
  const { state, reason } = work.record;
  if (reason === null) return null;
  const key = state === 'withdrawn' ? 'records.gone.why' : 'records.work.returned';
  return (
    <Panel view={view} kind="warn" title={view.t(key)}>
      <p class="record-text">
        <Typed>{reason}</Typed>
      </p>
    </Panel>
  );
}

function Lacks({ view, work }: { view: View; work: WorkView }) {
  if (work.lacks.length === 0) return null;
  return (
    <Section title={view.t('records.work.lacks')} id="lacks">
      <ul>
        {work.lacks.map((lack) => (
          <li key={`${lack.field} ${lack.message}`}>
            <a href={lackHref(view, work, lack)}>{lackWords(view, work.kind, lack)}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Parts({ view, work }: { view: View; work: WorkView }) {
  const { t } = view;
  const { record, missing } = work;
  return (
    <Section title={t('records.work.parts')} id="parts">
      <TaskList tasks={work.parts.map((part) => partTask(view, work, part))} />
      {missing.length === 0 || !work.steps.includes('translate') ? null : (
        <ul class="record-terms" aria-label={t('records.work.add-language')}>
          {missing.map((lang) => (
            <li key={lang}>
              <LinkButton
                kind="secondary"
                icon="plus"
                view={view}
                href={deskPath(view, record.id, 'words', lang)}
              >
                <span lang={lang}>{ownName(lang)}</span>
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function partTask(view: View, work: WorkView, part: PartLine): Task {
  const { t } = view;
  const { record, timeZone } = work;
  const facts = part.lang === '';
  const when = part.at === null ? '' : formatDateTime(part.at, { lang: view.lang, timeZone });
  const hint =
    part.at === null
      ? undefined
      : t('records.work.saved', { rev: part.rev, when, by: part.by ?? t('records.work.nobody') });
  const status = partStatus(view, work, part);
  return {
    id: facts ? 'facts' : part.lang,
    label: facts ? t('records.work.facts') : <span lang={part.lang}>{ownName(part.lang)}</span>,
    ...(hint === undefined ? {} : { hint }),
    href: facts ? deskPath(view, record.id, 'facts') : deskPath(view, record.id, 'words', part.lang),
    status: status.words,
    tone: status.tone,
  };
}

function partStatus(view: View, work: WorkView, part: PartLine): { words: string; tone: Tone } {
  const { t } = view;
  if (part.todo > 0) return { words: t('records.part.todo', { n: part.todo }), tone: 'warn' };
  if (part.stale > 0) return { words: t('records.part.stale', { n: part.stale }), tone: 'warn' };
  if (part.machine > 0) return { words: t('records.part.machine', { n: part.machine }), tone: 'info' };
  if (part.liveRev === null) return { words: t('records.part.unpublished'), tone: 'neutral' };
  if (isChanged(part)) return { words: t('records.part.changed'), tone: 'info' };
  return {
    words: t(part.lang === work.record.tongue ? 'records.part.original' : 'records.part.published'),
    tone: 'ok',
  };
}
