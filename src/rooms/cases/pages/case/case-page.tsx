// SPDX-License-Identifier: EUPL-1.2
import { formatRelative } from '#platform/i18n';
import {
  Button,
  Columns,
  Form,
  Ltr,
  Page,
  Panel,
  pathIn,
  Section,
  Status,
  Typed,
  type View,
} from '#platform/ui';
import { caseHref, PriorityMark, say, short } from '../words.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseTalk } from './case-talk.tsx';
import { CaseTodo } from './case-todo.tsx';
import type { CasePageView } from './case-view.ts';

/** D2: one case. Words are collapsed, addresses are text, and nothing here can hold a picture. */
export function CasePage({ view, data }: { view: View; data: CasePageView }) {
  const { t } = view;
  const { head, file } = data;
  return (
    <Page
      view={view}
      title={t('cases.case.title', { name: head.label })}
      nav={data.nav}
      back={{ href: pathIn(view, '/desk'), label: t('cases.case.to-queue') }}
      errors={data.errors}
      wide
    >
      <Head view={view} data={data} />
      {data.done === null ? null : <Panel view={view} kind="ok" live title={say(view, 'done', data.done)} />}
      <Flags view={view} data={data} />
      {file === null ? (
        <Closed view={view} data={data} />
      ) : (
        <Columns count={3}>
          <Section title={t('cases.case.known')} id="known">
            <CaseFacts view={view} desk={data} file={file} />
          </Section>
          <Section title={t('cases.case.talk')} id="talk">
            <CaseTalk view={view} desk={data} file={file} />
          </Section>
          <Section title={t('cases.case.do')} id="do">
            <CaseTodo view={view} data={data} file={file} />
          </Section>
        </Columns>
      )}
    </Page>
  );
}

function Head({ view, data }: { view: View; data: CasePageView }) {
  const { t } = view;
  const { row, who, late } = data.head;
  const due = formatRelative(row.due_at, data.now, data.where);
  return (
    <p class="case-line">
      <PriorityMark view={view} priority={row.priority} />
      {row.state === 'closed' ? null : (
        <Status tone={late ? 'warn' : 'neutral'}>{t('cases.case.due', { time: due })}</Status>
      )}
      <span>{say(view, 'state', row.state)}</span>
      <span>
        {who === null
          ? t('cases.case.nobody')
          : view.t.parts('cases.case.with', { who: <Typed>{who}</Typed> })}
      </span>
    </p>
  );
}

/** What nobody working on this case may overlook. */
function Flags({ view, data }: { view: View; data: CasePageView }) {
  const { t } = view;
  const { hold, red, row, waits, readers } = data.head;
  return (
    <>
      {hold?.stands ? (
        <Panel view={view} kind="warn" icon="lock" title={t('cases.hold.stands')}>
          <p>{t('cases.hold.until', { time: short(data, hold.until) })}</p>
          {hold.soon ? <p>{t('cases.hold.soon')}</p> : null}
        </Panel>
      ) : null}
      {readers === null ? null : (
        <Panel view={view} kind="info" icon="lock" title={t('cases.restrict.stands', { n: readers })} />
      )}
      {red ? <Panel view={view} kind="danger" title={t('cases.case.red')} /> : null}
      {waits.includes('case.assess') ? (
        <Panel view={view} kind="info" icon="users" title={t('cases.case.second-waits')} />
      ) : null}
      {row.news === null || row.state === 'closed' ? null : (
        <Panel view={view} kind="info" icon="message-circle" title={say(view, 'news', row.news)}>
          {data.head.mine ? (
            <Form view={view} action={caseHref(view, row.id, '/read')}>
              <Button kind="quiet">{t('cases.case.read')}</Button>
            </Form>
          ) : null}
        </Panel>
      )}
      {row.kept_step !== null && !hold?.stands && data.head.acts ? (
        <Panel view={view} kind="warn" title={t('cases.case.kept')}>
          <Form view={view} action={caseHref(view, row.id, '/kept')}>
            <Button kind="secondary">{t('cases.case.tell-kept')}</Button>
          </Form>
        </Panel>
      ) : null}
    </>
  );
}

/** Nothing is opened before somebody takes the case: that is when the reporter reads that a person reads it. */
function Closed({ view, data }: { view: View; data: CasePageView }) {
  const { t } = view;
  const { row, who } = data.head;
  const minutes =
    row.assigned_at === null ? 0 : Math.floor((data.now.getTime() - row.assigned_at.getTime()) / 60_000);
  return (
    <>
      <dl class="summary">
        {(['kind', 'intent', 'channel'] as const).map((name) => (
          <div key={name} class="summary-row">
            <dt>{say(view, 'fact', name)}</dt>
            <dd class="summary-value">{say(view, name, row[name])}</dd>
          </div>
        ))}
        <div class="summary-row">
          <dt>{say(view, 'fact', 'lang')}</dt>
          <dd class="summary-value">
            <Ltr>{row.lang}</Ltr>
          </dd>
        </div>
      </dl>
      {who === null || row.state === 'closed' ? null : (
        <p>{view.t.parts('cases.case.taken', { who: <Typed>{who}</Typed>, n: minutes })}</p>
      )}
      {data.works && who === null && row.state !== 'closed' ? (
        <Form view={view} action={caseHref(view, row.id, '/take')}>
          <Button>{t('cases.case.take')}</Button>
        </Form>
      ) : null}
      <Form view={view} method="get" action={caseHref(view, row.id)}>
        <Button kind="quiet" name="look" value="yes">
          {t('cases.case.look')}
        </Button>
      </Form>
      <p class="quiet">{t('cases.case.look-note')}</p>
    </>
  );
}
