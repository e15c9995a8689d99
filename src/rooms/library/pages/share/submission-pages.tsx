// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { Day, deskPath, kindKey, kindOf, label } from '#platform/records';
import {
  Button,
  ButtonRow,
  Empty,
  type FieldErrors,
  Form,
  LinkButton,
  Page,
  Panel,
  pathIn,
  Section,
  Table,
  TextArea,
  TextField,
  Thread,
  type ThreadMessage,
  Typed,
  type View,
} from '#platform/ui';
import type { ListedSubmission, Standing } from '../../queries/submissions.ts';

const LIST = '/desk/library/submissions';

interface ListProps {
  view: View;
  actor: Actor;
  items: readonly ListedSubmission[];
}

/** What strangers shared. */
export function SubmissionsPage({ view, actor, items }: ListProps) {
  const { t } = view;
  return (
    <Page view={view} title={t('library.submissions.title')} nav={deskNav(view, actor, 'library')} wide>
      {items.length === 0 ? <Empty view={view} title={t('library.submissions.none')} /> : null}
      {items.length === 0 ? null : (
        <Table
          view={view}
          id="submissions"
          caption={t('library.submissions.title')}
          captionHidden
          columns={[
            { label: t('library.submissions.what'), head: true },
            { label: t('library.submissions.kind') },
            { label: t('library.submissions.sent') },
            { label: t('library.submissions.standing') },
          ]}
          rows={items.map((item) => [
            <a key="open" href={pathIn(view, `${LIST}/${item.id}`)} lang={item.lang}>
              <Typed>{item.title}</Typed>
            </a>,
            label(view, kindKey(kindOf(item.kind))),
            <Day key="sent" view={view} day={item.sentOn} />,
            t(`library.standing.${item.standing}`),
          ])}
        />
      )}
    </Page>
  );
}

export interface SubmissionView {
  actor: Actor;
  id: string;
  record: number;
  title: string;
  standing: Standing;
  thread: readonly ThreadMessage[];
  credit: string;
  words: string;
  errors: FieldErrors;
}

/** One submission: its record, the talk with the sender, whom to thank. */
export function SubmissionPage({ view, shown }: { view: View; shown: SubmissionView }) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={shown.title}
      caption={t('library.submissions.title')}
      back={{ href: pathIn(view, LIST) }}
      errors={shown.errors}
      nav={deskNav(view, shown.actor, 'library')}
    >
      <Panel view={view} title={t(`library.standing.${shown.standing}`)}>
        <p>{t('library.submissions.how')}</p>
      </Panel>
      <LinkButton href={deskPath(view, shown.record)}>{t('library.submissions.record')}</LinkButton>
      <Ask view={view} shown={shown} />
      <Credit view={view} shown={shown} />
    </Page>
  );
}

function Ask({ view, shown }: { view: View; shown: SubmissionView }) {
  const { t } = view;
  return (
    <Section title={t('library.share.talk')}>
      {shown.thread.length === 0 ? null : <Thread view={view} messages={shown.thread} />}
      <Form view={view} action={pathIn(view, `${LIST}/${shown.id}`)}>
        <TextArea
          view={view}
          name="message"
          label={t('library.submissions.ask')}
          hint={t('library.submissions.ask-hint')}
          value={shown.words}
          errors={shown.errors}
        />
        <ButtonRow>
          <Button name="go" value="ask">
            {t('library.submissions.send')}
          </Button>
          <Button kind="secondary" name="go" value="decline">
            {t('library.submissions.decline')}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function Credit({ view, shown }: { view: View; shown: SubmissionView }) {
  const { t } = view;
  return (
    <Section title={t('library.submissions.credit')}>
      <Form view={view} action={pathIn(view, `${LIST}/${shown.id}`)}>
        <TextField
          view={view}
          name="credit"
          label={t('library.share.credit')}
          value={shown.credit}
          errors={shown.errors}
          optional
        />
        <Button kind="secondary" name="go" value="credit">
          {t('library.share.save')}
        </Button>
      </Form>
    </Section>
  );
}
