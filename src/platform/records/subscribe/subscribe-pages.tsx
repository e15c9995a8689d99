// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  type FieldErrors,
  Form,
  Lead,
  Page,
  Panel,
  pathIn,
  TextField,
  Typed,
  type View,
} from '#platform/ui';
import type { Subject } from './subject.ts';

interface AskProps {
  view: View;
  subject: Subject;
  /** What the subject is called. */
  about: string;
  typed: string;
  errors: FieldErrors;
}

/** Where news by mail may be sent; nothing is sent there before the inbox itself says yes. */
export function SubscribePage({ view, subject, about, typed, errors }: AskProps) {
  const { t } = view;
  return (
    <Page view={view} title={t('records.subscribe.title')} caption={<Typed>{about}</Typed>} errors={errors}>
      <Lead>{t('records.subscribe.lead')}</Lead>
      <Form view={view} action={pathIn(view, '/subscribe')}>
        <input type="hidden" name="scheme" value={subject.scheme} />
        <input type="hidden" name="code" value={subject.code} />
        <TextField
          view={view}
          name="mail"
          type="email"
          label={t('records.subscribe.mail')}
          hint={t('records.subscribe.mail-hint')}
          value={typed}
          errors={errors}
        />
        <Button>{t('records.subscribe.ask')}</Button>
      </Form>
    </Page>
  );
}

/** The same whatever is known of the address. */
export function AskedPage({ view }: { view: View }) {
  const { t } = view;
  return (
    <Page view={view} title={t('records.subscribe.asked')}>
      <p>{t('records.subscribe.asked-what')}</p>
    </Page>
  );
}

/** The page behind a link in a mail: a program that opens links beforehand must not say yes for anybody. */
export function ConfirmPage({ view, token, about }: { view: View; token: string; about: string }) {
  const { t } = view;
  return (
    <Page view={view} title={t('records.subscribe.confirm')} caption={<Typed>{about}</Typed>}>
      <p>{t('records.subscribe.confirm-what')}</p>
      <Form view={view} action={pathIn(view, `/subscribe/yes/${token}`)}>
        <Button>{t('records.subscribe.yes')}</Button>
      </Form>
    </Page>
  );
}

export function DonePage({ view, done }: { view: View; done: 'confirmed' | 'over' | 'stopped' }) {
  const { t } = view;
  return (
    <Page view={view} title={t(`records.subscribe.${done}`)}>
      <Panel view={view} kind={done === 'over' ? 'warn' : 'ok'} title={t(`records.subscribe.${done}`)} live>
        <p>{t(`records.subscribe.${done}-what`)}</p>
      </Panel>
    </Page>
  );
}

interface StopProps {
  view: View;
  token: string;
  items: readonly { id: string; about: string }[];
}

/** Everything that one inbox gets, each with an end. */
export function StopPage({ view, token, items }: StopProps) {
  const { t } = view;
  return (
    <Page view={view} title={t('records.subscribe.stop')}>
      <Form view={view} action={pathIn(view, `/subscribe/stop/${token}`)}>
        <Button>{t('records.subscribe.stop-all')}</Button>
        {items.length < 2 ? null : (
          <ul class="record-list">
            {items.map(({ id, about }) => (
              <li key={id}>
                <Button kind="secondary" name="id" value={id}>
                  {t('records.subscribe.stop-one', { about })}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Form>
    </Page>
  );
}
