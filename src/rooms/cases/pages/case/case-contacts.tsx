// SPDX-License-Identifier: EUPL-1.2
import { Button, Details, Form, Ltr, Summary, TextArea, Typed, type View } from '#platform/ui';
import type { CaseFile, ReportView } from '../../queries/case-file.ts';
import { caseHref, say } from '../words.tsx';

/** How to reach a reporter. It is sealed to the custodians, who lend it to one person for some hours. */
export function Contacts({ view, file }: { view: View; file: CaseFile }) {
  const { t } = view;
  const asked = file.waits.includes('case.lend-contact');
  return (
    <>
      {file.reports.map((report) => (
        <Details key={report.facts.id} view={view} summary={t('cases.contact.title')}>
          {report.contact !== null ? (
            <Lent view={view} contact={report.contact} />
          ) : asked ? (
            <p>{t('cases.contact.asked')}</p>
          ) : (
            <Form view={view} action={caseHref(view, file.row.id, '/contact')}>
              <input type="hidden" name="report" value={report.facts.id} />
              <TextArea
                view={view}
                name="words"
                label={t('cases.contact.why')}
                hint={t('cases.contact.hint')}
                rows={2}
              />
              <Button kind="secondary">{t('cases.contact.go')}</Button>
            </Form>
          )}
        </Details>
      ))}
    </>
  );
}

function Lent({ view, contact }: { view: View; contact: NonNullable<ReportView['contact']> }) {
  const { t } = view;
  return (
    <Summary
      view={view}
      rows={[
        { label: t('cases.contact.name'), value: contact.name === '' ? '' : <Typed>{contact.name}</Typed> },
        { label: t('cases.contact.phone'), value: contact.phone === '' ? '' : <Ltr>{contact.phone}</Ltr> },
        {
          label: t('cases.contact.times'),
          value: contact.times === '' ? '' : <Typed>{contact.times}</Typed>,
        },
        {
          label: t('cases.contact.message'),
          value: say(view, 'yes-no', contact.leaveMessage ? 'yes' : 'no'),
        },
        { label: t('cases.contact.email'), value: contact.email === '' ? '' : <Ltr>{contact.email}</Ltr> },
        {
          label: t('cases.contact.alone'),
          value: contact.alone === null ? '' : say(view, 'yes-no', contact.alone),
        },
      ]}
    />
  );
}
