// SPDX-License-Identifier: EUPL-1.2
import { Day } from '#platform/records';
import { Button, Form, Ltr, Table, Typed, type View } from '#platform/ui';
import type { Adoption } from '../adoption.ts';

interface AdoptionTableProps {
  view: View;
  adoptions: readonly Adoption[];
  /** Where staff end one; without it the public's face, which shows no contact. */
  action?: string;
}

/** Who follows a guideline, how far and since when, and whose word that is. */
export function AdoptionTable({ view, adoptions, action }: AdoptionTableProps) {
  const { t } = view;
  const desk = action !== undefined;
  return (
    <Table
      view={view}
      id="adoptions"
      caption={t('library.adoption.title')}
      captionHidden
      columns={[
        { label: t('library.adoption.name'), head: true },
        { label: t('library.adoption.how-far') },
        { label: t('library.adoption.since') },
        { label: t('library.adoption.word') },
        ...(desk ? [{ label: t('library.adoption.contact') }, { label: t('library.adoption.end') }] : []),
      ]}
      rows={adoptions.map((one) => [
        <Typed key="name">{one.name}</Typed>,
        <Far key="far" view={view} adoption={one} />,
        <Day key="since" view={view} day={one.since} />,
        t(one.own_word ? 'library.adoption.own' : 'library.adoption.ours'),
        ...(action === undefined
          ? []
          : [
              one.contact === null ? '' : <Typed key="contact">{one.contact}</Typed>,
              <Form key="end" view={view} action={action}>
                <input type="hidden" name="id" value={one.id} />
                <Button kind="quiet" name="go" value="end">
                  {t('library.adoption.end')}
                </Button>
              </Form>,
            ]),
      ])}
    />
  );
}

function Far({ view, adoption }: { view: View; adoption: Adoption }) {
  return (
    <>
      {view.t(`library.adoption.${adoption.how_far}`)} <Ltr>{adoption.items.join(', ')}</Ltr>
    </>
  );
}
