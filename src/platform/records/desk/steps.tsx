// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import {
  Button,
  Form,
  LinkButton,
  Panel,
  Section,
  Table,
  TextArea,
  TextField,
  type View,
} from '#platform/ui';
import type { Step } from '../access.ts';
import { deskPath } from '../pages/address.ts';
import { label } from '../pages/labels.ts';
import { ownName } from '../pages/language.ts';
import { isChanged, type PartLine, type WorkView } from './work-view.ts';

interface StepsProps {
  view: View;
  work: WorkView;
}

/** What this person may do with the record now, each thing with its own form. */
export function Steps({ view, work }: StepsProps) {
  const can = (step: Step) => work.steps.includes(step);
  const changed = work.parts.some(isChanged);
  return (
    <>
      {can('submit') && changed ? <Submit view={view} work={work} /> : null}
      {can('publish') && changed ? <Publish view={view} work={work} /> : null}
      {can('return') ? <SendBack view={view} work={work} /> : null}
      {can('withdraw') || can('supersede') || can('unpublish') ? <Ending view={view} work={work} /> : null}
    </>
  );
}

function StepForm({
  view,
  work,
  step,
  children,
}: StepsProps & { step: string; children?: ComponentChildren }) {
  return (
    <Form view={view} action={deskPath(view, work.record.id, step)}>
      {children}
    </Form>
  );
}

function Submit({ view, work }: StepsProps) {
  const { t } = view;
  return (
    <Section title={t('records.step.submit')} id="submit">
      <p>{t('records.step.submit-hint')}</p>
      <StepForm view={view} work={work} step="submit">
        <Button>{t('records.step.submit')}</Button>
      </StepForm>
    </Section>
  );
}

/** Shows which revision of each part goes out; the form carries them, so that nothing unseen is published. */
function Publish({ view, work }: StepsProps) {
  const { t } = view;
  return (
    <Section title={t('records.step.publish')} id="publish">
      {work.lacks.length > 0 ? (
        <Panel view={view} kind="warn" title={t('records.step.not-ready')} />
      ) : (
        <StepForm view={view} work={work} step="publish">
          <Table
            view={view}
            id="revisions"
            caption={t('records.step.revisions')}
            columns={[
              { label: t('records.step.part'), head: true },
              { label: t('records.step.readers-see'), numeric: true },
              { label: t('records.step.goes-out'), numeric: true },
              { label: t('records.step.difference') },
            ]}
            rows={work.parts.map((part) => revisionRow(view, work, part))}
          />
          {work.parts.filter(isOut(work)).map(({ lang, rev }) => (
            <input key={lang} type="hidden" name={`rev.${lang || 'facts'}`} value={rev} />
          ))}
          <TextField view={view} name="said" label={t('records.step.note')} optional />
          <Button>{t('records.step.publish')}</Button>
        </StepForm>
      )}
    </Section>
  );
}

const isOut =
  ({ heldBack }: WorkView) =>
  ({ lang }: PartLine) =>
    heldBack[lang] === undefined;

function revisionRow(view: View, work: WorkView, part: PartLine): ComponentChildren[] {
  const { t } = view;
  const name =
    part.lang === '' ? t('records.work.facts') : <span lang={part.lang}>{ownName(part.lang)}</span>;
  const from = part.liveRev === null ? '' : `?from=${part.liveRev}`;
  const href = `${deskPath(view, work.record.id, 'history', part.lang || 'facts', part.rev)}${from}`;
  return [
    name,
    part.liveRev ?? t('records.step.nothing'),
    isOut(work)(part) ? part.rev : (work.heldBack[part.lang] ?? []).map((key) => label(view, key)).join(' '),
    isChanged(part) ? (
      <a key="difference" href={href}>
        {t('records.step.see')}
      </a>
    ) : (
      t('records.step.same')
    ),
  ];
}

function SendBack({ view, work }: StepsProps) {
  const { t } = view;
  return (
    <Section title={t('records.step.return')} id="return">
      <StepForm view={view} work={work} step="return">
        <TextArea
          view={view}
          name="note"
          label={t('records.step.return-note')}
          rows={3}
          limit={2000}
          value={work.note}
          errors={work.errors}
        />
        <Button kind="secondary">{t('records.step.return')}</Button>
      </StepForm>
    </Section>
  );
}

function Ending({ view, work }: StepsProps) {
  const { t } = view;
  const { record } = work;
  const live = work.parts.filter(
    ({ lang, liveRev }) => lang !== '' && lang !== record.tongue && liveRev !== null,
  );
  return (
    <Section title={t('records.step.ending')} id="ending">
      <p class="record-ways">
        {work.steps.includes('supersede') ? (
          <LinkButton kind="secondary" href={deskPath(view, record.id, 'supersede')}>
            {t('records.step.supersede')}
          </LinkButton>
        ) : null}
        {work.steps.includes('withdraw') ? (
          <LinkButton kind="secondary" href={deskPath(view, record.id, 'withdraw')}>
            {t('records.step.withdraw')}
          </LinkButton>
        ) : null}
      </p>
      {work.steps.includes('unpublish') && live.length > 0 ? (
        <StepForm view={view} work={work} step="unpublish">
          {live.map(({ lang }) => (
            <Button key={lang} kind="quiet" name="lang" value={lang}>
              {t('records.step.unpublish', { language: ownName(lang) })}
            </Button>
          ))}
        </StepForm>
      ) : null}
    </Section>
  );
}
