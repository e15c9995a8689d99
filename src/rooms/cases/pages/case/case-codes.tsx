// SPDX-License-Identifier: EUPL-1.2
import { Button, Form, Panel, TextArea, type View } from '#platform/ui';
import type { CaseFile } from '../../queries/case-file.ts';
import { caseHref, say } from '../words.tsx';
import { fieldOf } from './case-forms.tsx';
import type { CasePageView } from './case-view.ts';

interface CodesProps {
  view: View;
  data: CasePageView;
  file: CaseFile;
}

/** Codes that twenty wrong secret words closed. Only the desk can let them be tried again. */
export function ClosedCodes({ view, data, file }: CodesProps) {
  const { t } = view;
  const closed = file.reports.flatMap(({ readers }) => readers.receipts).filter(({ locked }) => locked);
  return (
    <>
      {closed.map(({ receiptId, role }, at) => (
        <Panel key={receiptId} view={view} kind="warn" icon="lock" title={t('cases.word.closed')}>
          <p>{t('cases.word.whose', { who: say(view, 'role', role) })}</p>
          <Form view={view} action={caseHref(view, file.row.id, '/word-again')}>
            <input type="hidden" name="receipt" value={receiptId} />
            <TextArea
              {...fieldOf({ view, data }, `words-word-${at}`)}
              label={t('cases.word.why')}
              hint={t('cases.word.hint')}
              rows={2}
            />
            <Button kind="secondary">{t('cases.word.go')}</Button>
          </Form>
        </Panel>
      ))}
    </>
  );
}
