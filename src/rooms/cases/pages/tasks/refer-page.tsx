// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  Checkbox,
  Checkboxes,
  type Choice,
  Form,
  Ltr,
  Panel,
  Radios,
  Section,
  TextArea,
  TextField,
  type View,
} from '#platform/ui';
import type { ReferralContent } from '../../queries/referral-content.ts';
import { BODIES, type Body, CONSENTS, SHARED, WAYS } from '../../rules/referral.ts';
import { caseHref, say } from '../words.tsx';
import { Ledger } from './ledger.tsx';
import { many, one, type TaskData, TaskFrame } from './task-frame.tsx';

export interface ReferData extends TaskData {
  /** Exactly what the other side would see; null before it was asked for. */
  preview: ReferralContent | null;
  /** How a hand-over is done here, from set-up. */
  handOver: string;
  references: ReadonlyMap<string, string>;
  /** Bodies that set-up called and checked. */
  known: Partial<Record<Body, { name: string; phone: string } | null>>;
}

/** D6: to whom, how, when, by whom, their reference. Nothing is shared that was not ticked. */
export function ReferPage({ view, data }: { view: View; data: ReferData }) {
  const { t } = view;
  return (
    <TaskFrame view={view} data={data} task="refer">
      <Ledger view={view} data={data} rows={data.head.ledger} references={data.references} />
      {data.preview === null ? null : <Preview view={view} data={data} preview={data.preview} />}
      <Section title={t('cases.refer.new')}>
        {data.handOver === '' ? null : (
          <Panel view={view} kind="info" title={t('cases.refer.how-here')}>
            <p dir="auto">{data.handOver}</p>
          </Panel>
        )}
        <ReferForm view={view} data={data} />
      </Section>
    </TaskFrame>
  );
}

function Preview({ view, data, preview }: { view: View; data: ReferData; preview: ReferralContent }) {
  const { t } = view;
  return (
    <Section title={t('cases.refer.preview')}>
      <p>
        {t('cases.refer.to')}: <bdi>{preview.to.name}</bdi> <Ltr>{preview.to.phone}</Ltr>{' '}
        <Ltr>{preview.to.email}</Ltr>
      </p>
      <dl class="summary">
        {preview.lines.map((line) => (
          <div key={line.label} class="summary-row">
            <dt>{line.label}</dt>
            <dd class="summary-value letter-text" dir="auto">
              {line.text}
            </dd>
          </div>
        ))}
      </dl>
      <Button form="refer" name="go" value="write">
        {t('cases.refer.go')}
      </Button>
      {one(data, 'consent') === 'no' ? <p>{t('cases.refer.second')}</p> : null}
    </Section>
  );
}

function ReferForm({ view, data }: { view: View; data: ReferData }) {
  const { t } = view;
  const choices = (group: string, codes: readonly string[]) =>
    codes.map((value) => ({ value, label: say(view, group, value) }));
  const field = { view, errors: data.errors };
  return (
    <Form view={view} action={caseHref(view, data.head.row.id, '/refer')} id="refer">
      <Radios
        {...field}
        name="body"
        legend={t('cases.refer.body')}
        options={BODIES.map((body) => bodyChoice(view, data, body))}
        value={one(data, 'body')}
      />
      <TextField
        {...field}
        name="name"
        label={t('cases.refer.name')}
        hint={t('cases.refer.name-hint')}
        value={one(data, 'name')}
      />
      <Radios
        {...field}
        name="way"
        inline
        legend={t('cases.refer.way')}
        options={choices('way', WAYS)}
        value={one(data, 'way')}
      />
      <Checkboxes
        {...field}
        name="shared"
        legend={t('cases.refer.shared')}
        hint={t('cases.refer.shared-hint')}
        options={choices('shared', SHARED)}
        values={many(data, 'shared')}
      />
      <TextArea
        {...field}
        name="summary"
        label={t('cases.refer.summary')}
        value={one(data, 'summary')}
        rows={4}
      />
      <Duty view={view} data={data} />
      <Button name="go" value="preview">
        {t('cases.refer.see')}
      </Button>
    </Form>
  );
}

function bodyChoice(view: View, { known }: ReferData, body: Body): Choice {
  const choice = { value: body, label: say(view, 'body', body) };
  if (body === 'platform') return { ...choice, hint: view.t('cases.refer.platform-hint') };
  const contact = known[body];
  if (!contact) return choice;
  const hint = (
    <>
      <bdi>{contact.name}</bdi> <Ltr>{contact.phone}</Ltr>
    </>
  );
  return { ...choice, hint };
}

/** Why it may leave, by when they answer, and what was done already. */
function Duty({ view, data }: { view: View; data: ReferData }) {
  const { t } = view;
  const field = { view, errors: data.errors };
  return (
    <>
      <Radios
        {...field}
        name="consent"
        inline
        legend={t('cases.refer.consent')}
        options={CONSENTS.map((value) => ({ value, label: say(view, 'consent', value) }))}
        value={one(data, 'consent')}
      />
      <TextField
        {...field}
        name="law"
        label={t('cases.refer.law')}
        hint={t('cases.refer.law-hint')}
        value={one(data, 'law')}
      />
      <TextField
        {...field}
        name="answerBy"
        type="date"
        label={t('cases.refer.answer-by')}
        width="medium"
        optional
        value={one(data, 'answerBy')}
      />
      <Checkbox {...field} name="done" label={t('cases.refer.done')} checked={one(data, 'done') !== ''} />
      <TextField
        {...field}
        name="reference"
        label={t('cases.refer.reference')}
        hint={t('cases.refer.reference-hint')}
        width="medium"
        ltr
        optional
        value={one(data, 'reference')}
      />
    </>
  );
}
