// SPDX-License-Identifier: EUPL-1.2
import { Button, Form, Radios, Select, type View } from '#platform/ui';
import { LEGAL_CLASSES } from '../../rules/assessment.ts';
import { HARMS } from '../../rules/harms.ts';
import { caseHref, say } from '../words.tsx';
import { one, type TaskData, TaskFrame } from './task-frame.tsx';

/** D4, first page: what is it? What may follow is on the next page, when this is known. */
export function AssessPage({ view, data }: { view: View; data: TaskData }) {
  const { t } = view;
  const { id } = data.head.row;
  const harms = HARMS.map((harm) => ({
    value: harm.id,
    label: `${harm.parent === null ? '' : '– '}${say(view, 'harm', harm.id)}`,
  }));
  return (
    <TaskFrame view={view} data={data} task="assess">
      <Form view={view} action={caseHref(view, id, '/assess')}>
        <Select
          view={view}
          name="harm"
          label={t('cases.assess.harm')}
          hint={t('cases.assess.harm-hint')}
          options={[{ value: '', label: t('cases.form.choose') }, ...harms]}
          value={one(data, 'harm')}
          errors={data.errors}
        />
        <Radios
          view={view}
          name="legal"
          legend={t('cases.assess.legal')}
          hint={t('cases.assess.legal-hint')}
          options={LEGAL_CLASSES.map((value) => ({ value, label: say(view, 'legal', value) }))}
          value={one(data, 'legal')}
          errors={data.errors}
        />
        <Radios
          view={view}
          name="severity"
          legend={t('cases.assess.severity')}
          options={['4', '3', '2', '1'].map((value) => ({ value, label: say(view, 'severity', value) }))}
          value={one(data, 'severity')}
          errors={data.errors}
        />
        <Button name="go" value="next">
          {t('ui.continue')}
        </Button>
      </Form>
    </TaskFrame>
  );
}
