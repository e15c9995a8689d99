// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  type FieldErrors,
  Form,
  Lead,
  Page,
  Panel,
  pathIn,
  TextArea,
  TextField,
  type View,
} from '#platform/ui';
import { PACK_DAYS } from '../limits.ts';

interface PackProps {
  view: View;
  typed: Readonly<Record<string, string | string[]>>;
  errors: FieldErrors;
}

/** Asks for a kit on a stick or disc: a name and a whole postal address, nothing else. */
export function PackPage({ view, typed, errors }: PackProps) {
  const { t } = view;
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '');
  return (
    <Page
      view={view}
      title={t('campaigns.pack.title')}
      errors={errors}
      back={{ href: pathIn(view, '/campaigns'), label: t('campaigns.home.title') }}
    >
      <Lead>{t('campaigns.pack.lead')}</Lead>
      <Form view={view} action={pathIn(view, '/campaigns/pack')}>
        {text('campaign') === '' ? null : <input type="hidden" name="campaign" value={text('campaign')} />}
        <TextField
          view={view}
          name="name"
          label={t('campaigns.pack.name')}
          autocomplete="name"
          value={text('name')}
          errors={errors}
        />
        <TextArea
          view={view}
          name="address"
          label={t('campaigns.pack.address')}
          hint={t('campaigns.pack.address-hint')}
          rows={5}
          value={text('address')}
          errors={errors}
        />
        <Panel view={view} icon="lock" title={t('campaigns.pack.keep-title')}>
          <p>{t('campaigns.pack.keep', { waiting: PACK_DAYS.waiting, done: PACK_DAYS.done })}</p>
        </Panel>
        <Button view={view} icon="send">
          {t('campaigns.pack.send')}
        </Button>
      </Form>
    </Page>
  );
}

export function PackAskedPage({ view }: { view: View }) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={t('campaigns.pack.asked')}
      back={{ href: pathIn(view, '/campaigns'), label: t('campaigns.home.title') }}
    >
      <Lead>{t('campaigns.pack.asked-what')}</Lead>
    </Page>
  );
}
