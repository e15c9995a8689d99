// SPDX-License-Identifier: EUPL-1.2
import { formatList } from '#platform/i18n';
import { Details, Ltr, Summary, TextArea, Typed, type View } from '#platform/ui';
import type { CaseFile, ReportView } from '../../queries/case-file.ts';
import { say } from '../words.tsx';
import { fieldOf, SmallForm } from './case-forms.tsx';
import type { CasePageView } from './case-view.ts';

interface ContactsProps {
  view: View;
  data: CasePageView;
  file: CaseFile;
}

/** How to reach a reporter. It is sealed to the custodians, who lend it to one person for some hours. */
export function Contacts({ view, data, file }: ContactsProps) {
  const { t } = view;
  const asked = file.waits.includes('case.lend-contact');
  return (
    <>
      {file.reports.map((report, at) => {
        const name = `words-contact-${at}`;
        const title = t('cases.contact.title');
        if (report.contact !== null || asked) {
          return (
            <Details key={report.facts.id} view={view} summary={title}>
              {report.contact === null ? (
                <p>{t('cases.contact.asked')}</p>
              ) : (
                <Lent view={view} contact={report.contact} />
              )}
            </Details>
          );
        }
        if (file.lenders?.length === 0) {
          return (
            <Details key={report.facts.id} view={view} summary={title}>
              <p>{t('cases.contact.no-lender')}</p>
            </Details>
          );
        }
        return (
          <SmallForm
            key={report.facts.id}
            view={view}
            data={data}
            title={title}
            verb="contact"
            names={[name]}
            go={t('cases.contact.go')}
          >
            <input type="hidden" name="report" value={report.facts.id} />
            {file.lenders === null ? null : (
              <p>{t('cases.contact.lenders', { who: formatList(file.lenders, view) })}</p>
            )}
            <TextArea
              {...fieldOf({ view, data }, name)}
              label={t('cases.contact.why')}
              hint={t('cases.contact.hint')}
              rows={2}
            />
          </SmallForm>
        );
      })}
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
