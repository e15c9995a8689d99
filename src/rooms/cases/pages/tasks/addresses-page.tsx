// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkboxes, Form, Pager, Radios, type View } from '#platform/ui';
import type { CaseAddress } from '../../queries/addresses.ts';
import { AddressText } from '../case/case-facts.tsx';
import { caseHref, say } from '../words.tsx';
import { many, one, type TaskData, TaskFrame } from './task-frame.tsx';

export interface AddressesData extends TaskData {
  addresses: readonly CaseAddress[];
  page: number;
  pages: number;
}

/** All addresses of a case; the rows of a company's list are ticked and answered here. */
export function AddressesPage({ view, data }: { view: View; data: AddressesData }) {
  const { t } = view;
  const { id } = data.head.row;
  const rows = data.addresses.filter(({ row }) => row !== null);
  const [first] = rows;
  return (
    <TaskFrame view={view} data={data} task="addresses">
      <p class="hint">{t('cases.case.address-hint')}</p>
      {first === undefined || !data.head.acts ? (
        <ol>
          {data.addresses.map((address) => (
            <li key={`${address.reportId} ${address.itemId}`}>
              <AddressText view={view} address={address} />
            </li>
          ))}
        </ol>
      ) : (
        <Form view={view} action={caseHref(view, id, '/addresses')}>
          <input type="hidden" name="report" value={first.reportId} />
          <input type="hidden" name="page" value={data.page} />
          <Checkboxes
            view={view}
            name="items"
            legend={t('cases.rows.items')}
            options={rows.map((address) => ({
              value: address.itemId,
              label: (
                <>
                  {address.row} <AddressText view={view} address={address} />
                </>
              ),
            }))}
            values={many(data, 'items')}
            errors={data.errors}
          />
          <Radios
            view={view}
            name="answer"
            legend={t('cases.rows.answer')}
            options={['notice', 'removed', 'known', 'rejected'].map((value) => ({
              value,
              label: say(view, 'row', value),
            }))}
            value={one(data, 'answer')}
            errors={data.errors}
          />
          <Button>{t('cases.rows.go')}</Button>
        </Form>
      )}
      <Pager
        view={view}
        page={data.page}
        pages={data.pages}
        href={(page) => caseHref(view, id, `/addresses?page=${page}`)}
      />
    </TaskFrame>
  );
}
