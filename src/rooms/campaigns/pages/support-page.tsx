// SPDX-License-Identifier: EUPL-1.2
import type { Actor } from '#platform/ctx';
import type { FullRecord } from '#platform/records';
import { Button, type FieldErrors, Form, Lead, pathIn, Radios, TextField, type View } from '#platform/ui';
import { titleOf } from '../said.ts';
import { WAYS } from '../words.ts';
import { DeskFrame } from './desk-frame.tsx';

interface SupportProps {
  view: View;
  actor: Actor;
  record: FullRecord;
  typed: Readonly<Record<string, string | string[]>>;
  errors: FieldErrors;
}

/** A member says what it will do for a campaign, or that it takes up a theme. */
export function SupportPage({ view, actor, record, typed, errors }: SupportProps) {
  const { t } = view;
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '');
  return (
    <DeskFrame
      {...{ view, actor, errors, title: t('campaigns.support.title'), caption: titleOf(record, view.lang) }}
    >
      <Lead>{t('campaigns.support.lead')}</Lead>
      <Form view={view} action={pathIn(view, `/desk/campaigns/support/${record.id}`)}>
        <TextField
          {...{ view, errors, name: 'organisation', label: t('campaigns.support.organisation') }}
          value={text('organisation')}
        />
        <Radios
          {...{ view, errors, name: 'way', legend: t('campaigns.support.way') }}
          value={text('way') || null}
          options={WAYS.map((way) => ({ value: way, label: t(`campaigns.support.${way}`) }))}
        />
        <TextField
          {...{ view, errors, name: 'words', label: t('campaigns.support.words') }}
          hint={t('campaigns.support.words-hint')}
          value={text('words')}
        />
        <Button>{t('campaigns.support.send')}</Button>
      </Form>
    </DeskFrame>
  );
}
