// SPDX-License-Identifier: EUPL-1.2
import type { MessageKey } from '#platform/i18n';
import {
  Button,
  Checkbox,
  Checkboxes,
  Form,
  Ltr,
  Panel,
  Radios,
  Select,
  Summary,
  TextArea,
  type View,
} from '#platform/ui';
import { isAbuse, isGrave, type LegalClass, TARGETS } from '../../rules/assessment.ts';
import type { Severity } from '../../rules/harms.ts';
import { usualNext } from '../../rules/police-hold.ts';
import { AGES } from '../../schema.ts';
import { caseHref, say } from '../words.tsx';
import { many, one, type TaskData, TaskFrame } from './task-frame.tsx';

export interface RateableAddress {
  itemId: string;
  harmless: string;
  /** How lists know its host, in codes: `shared`, `protected`, `known-good`, `well-known`, `free`, or null for no host. */
  standing: string | null;
  usual: string;
}

export interface DecideData extends TaskData {
  what: { harm: string; legal: LegalClass; severity: Severity };
  addresses: readonly RateableAddress[];
  categories: readonly string[];
  reasons: readonly string[];
}

/** D4, second page: what shall happen. What is grave offers the police first. */
export function DecidePage({ view, data }: { view: View; data: DecideData }) {
  const { t } = view;
  const { what } = data;
  return (
    <TaskFrame view={view} data={data} task="assess">
      <Summary
        view={view}
        rows={[
          { label: t('cases.assess.harm'), value: say(view, 'harm', what.harm) },
          { label: t('cases.assess.legal'), value: say(view, 'legal', what.legal) },
          { label: t('cases.assess.severity'), value: say(view, 'severity', String(what.severity)) },
        ]}
      />
      {isGrave(what) ? <Panel view={view} kind="warn" title={t('cases.assess.grave')} /> : null}
      <Form view={view} action={caseHref(view, data.head.row.id, '/assess')}>
        <input type="hidden" name="harm" value={what.harm} />
        <input type="hidden" name="legal" value={what.legal} />
        <input type="hidden" name="severity" value={String(what.severity)} />
        <Target view={view} data={data} />
        {isAbuse(what.legal) ? <p>{t('cases.assess.guarded')}</p> : <PublicRating view={view} data={data} />}
        <Radios
          view={view}
          name="next"
          legend={t('cases.assess.next')}
          options={(['hold', 'publish'] as const).map((value) => ({
            value,
            label: say(view, 'next', value),
            hint: say(view, 'next-hint', value),
          }))}
          value={one(data, 'next') || usualNext(what)}
          errors={data.errors}
        />
        <TextArea
          view={view}
          name="words"
          label={t('cases.assess.words')}
          hint={t('cases.assess.words-hint')}
          value={one(data, 'words')}
          errors={data.errors}
        />
        <Button name="go" value="decide">
          {t('cases.assess.go')}
        </Button>
        <Button kind="quiet" name="go" value="back">
          {t('cases.assess.back')}
        </Button>
      </Form>
    </TaskFrame>
  );
}

function Target({ view, data }: { view: View; data: DecideData }) {
  const { t } = view;
  const { addresses } = data;
  const [first] = addresses;
  if (first === undefined) {
    return (
      <>
        <input type="hidden" name="target" value="none" />
        <p>{t('cases.assess.no-address')}</p>
      </>
    );
  }
  return (
    <>
      <Radios
        view={view}
        name="item"
        legend={t('cases.assess.item')}
        options={addresses.map(({ itemId, harmless, standing }) => ({
          value: itemId,
          label: <Ltr>{harmless}</Ltr>,
          hint: standing === null ? t('cases.standing.none') : say(view, 'standing', standing),
        }))}
        value={one(data, 'item') || first.itemId}
        errors={data.errors}
      />
      <Radios
        view={view}
        name="target"
        legend={t('cases.assess.target')}
        options={TARGETS.map((value) => ({
          value,
          label: say(view, 'target', value),
          hint: value === 'address' ? t('cases.assess.address-note') : undefined,
        }))}
        value={one(data, 'target') || first.usual}
        errors={data.errors}
      />
    </>
  );
}

/** What families and site owners will read about a host. */
function PublicRating({ view, data }: { view: View; data: DecideData }) {
  const { t } = view;
  const ages = AGES.map((age) => ({
    value: String(age),
    label:
      age === 0
        ? t('ratings.age.all')
        : age === 255
          ? t('ratings.age.never')
          : t('ratings.age.from', { age }),
  }));
  return (
    <>
      <Select
        view={view}
        name="minAge"
        label={t('cases.assess.age')}
        options={[{ value: '', label: t('cases.form.choose') }, ...ages]}
        errors={data.errors}
        value={one(data, 'minAge')}
      />
      <Checkboxes
        view={view}
        name="categories"
        inline
        legend={t('cases.assess.categories')}
        options={data.categories.map((value) => ({
          value,
          label: t(`ratings.category.${value}` as MessageKey),
        }))}
        values={many(data, 'categories')}
      />
      <Checkboxes
        view={view}
        name="reasons"
        inline
        legend={t('cases.assess.public-reasons')}
        hint={t('cases.assess.public-hint')}
        options={data.reasons.map((value) => ({ value, label: t(`ratings.reason.${value}` as MessageKey) }))}
        values={many(data, 'reasons')}
        errors={data.errors}
      />
      <TextArea
        view={view}
        name="publicWords"
        label={t('cases.assess.public-words')}
        hint={t('cases.assess.public-words-hint')}
        value={one(data, 'publicWords')}
        rows={3}
        limit={1000}
        optional
        errors={data.errors}
      />
      <Checkbox
        view={view}
        name="everyone"
        label={t('cases.assess.everyone')}
        hint={t('cases.assess.everyone-hint')}
        checked={one(data, 'everyone') !== ''}
      />
    </>
  );
}
