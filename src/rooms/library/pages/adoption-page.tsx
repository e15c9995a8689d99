// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import {
  Button,
  type FieldErrors,
  Form,
  Page,
  pathIn,
  Radios,
  Section,
  TextField,
  type View,
} from '#platform/ui';
import { type Adoption, HOW_FAR } from '../adoption.ts';
import { AdoptionTable } from './adoption-table.tsx';

export interface AdoptionView {
  actor: Actor;
  id: number;
  title: string;
  adoptions: readonly Adoption[];
  /** Staff note it for anybody, with a contact; a member says it of its own organisation. */
  staff: boolean;
  typed: Readonly<Record<'name' | 'contact' | 'how' | 'items' | 'since', string>>;
  errors: FieldErrors;
}

/** An organisation adopts a guideline: how far, since when. */
export function AdoptionPage({ view, shown }: { view: View; shown: AdoptionView }) {
  const { t } = view;
  const { typed, errors } = shown;
  const action = pathIn(view, `/desk/library/guideline/${shown.id}/adoption`);
  const field = { view, errors };
  return (
    <Page
      view={view}
      title={t('library.adoption.title')}
      caption={shown.title}
      errors={errors}
      back={{ href: pathIn(view, '/desk/library/guidelines'), label: t('library.adoption.guidelines') }}
      nav={deskNav(view, shown.actor, 'guidelines')}
      wide
    >
      {shown.adoptions.length === 0 ? <p>{t('library.adoption.none')}</p> : null}
      {shown.adoptions.length === 0 ? null : (
        <AdoptionTable view={view} adoptions={shown.adoptions} {...(shown.staff ? { action } : {})} />
      )}
      <Section title={t('library.adoption.add')}>
        <p>{t('library.adoption.public')}</p>
        <Form view={view} action={action}>
          <TextField {...field} name="name" label={t('library.adoption.name')} value={typed.name} />
          <Radios
            {...field}
            name="how"
            legend={t('library.adoption.how-far')}
            options={HOW_FAR.map((value) => ({ value, label: t(`library.adoption.${value}`) }))}
            value={typed.how}
          />
          <TextField
            {...field}
            name="items"
            label={t('library.adoption.items')}
            hint={t('library.adoption.items-hint')}
            value={typed.items}
            ltr
            optional
          />
          <TextField
            {...field}
            name="since"
            label={t('library.adoption.since')}
            hint={t('library.tasks.day-hint')}
            value={typed.since}
            width="code"
            ltr
          />
          {shown.staff ? (
            <TextField
              {...field}
              name="contact"
              label={t('library.adoption.contact')}
              hint={t('records.form.seen-staff')}
              value={typed.contact}
              optional
            />
          ) : null}
          <Button name="go" value="add">
            {t('library.share.save')}
          </Button>
        </Form>
      </Section>
    </Page>
  );
}
