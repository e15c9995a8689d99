// SPDX-License-Identifier: EUPL-1.2
import type { Actor } from '#platform/ctx';
import { FILE_ACCEPT, type FullRecord } from '#platform/records';
import {
  Button,
  Checkbox,
  type FieldErrors,
  FileField,
  Form,
  Lead,
  pathIn,
  TextArea,
  TextField,
  type View,
} from '#platform/ui';
import { titleOf } from '../said.ts';
import { DeskFrame } from './desk-frame.tsx';

interface ReportProps {
  view: View;
  actor: Actor;
  campaign: FullRecord;
  typed: Readonly<Record<string, string | string[]>>;
  errors: FieldErrors;
}

/** What was done, where, when, for how many, with pictures and papers. */
export function ReportPage({ view, actor, campaign, typed, errors }: ReportProps) {
  const { t } = view;
  const field = (name: string) => ({
    ...{ view, errors, name },
    label: t(`campaigns.send.${name}` as 'campaigns.send.title'),
    value: typeof typed[name] === 'string' ? typed[name] : '',
  });
  return (
    <DeskFrame
      {...{ view, actor, errors, title: t('campaigns.send.heading'), caption: titleOf(campaign, view.lang) }}
    >
      <Lead>{t('campaigns.send.lead')}</Lead>
      <Form view={view} action={pathIn(view, `/desk/campaigns/activity/${campaign.id}`)} files>
        <TextField {...field('title')} />
        <TextField {...field('organisation')} />
        <TextField {...field('on')} type="date" width="medium" />
        <TextField {...field('place')} />
        <TextArea {...field('what')} hint={t('campaigns.send.what-hint')} />
        <TextField {...field('reached')} inputMode="numeric" width="short" optional />
        <FileField
          {...{ view, errors, name: 'files', label: t('campaigns.send.files') }}
          hint={t('campaigns.send.files-hint')}
          accept={FILE_ACCEPT}
          multiple
          optional
        />
        <Checkbox
          {...{ view, errors, name: 'agreed', label: t('campaigns.send.agreed') }}
          checked={typed.agreed === 'yes'}
        />
        <Button view={view} icon="send">
          {t('campaigns.send.send')}
        </Button>
      </Form>
    </DeskFrame>
  );
}

export function ReportSentPage({ view, actor }: { view: View; actor: Actor }) {
  const { t } = view;
  return (
    <DeskFrame view={view} actor={actor} title={t('campaigns.send.sent')}>
      <Lead>{t('campaigns.send.sent-what')}</Lead>
    </DeskFrame>
  );
}
