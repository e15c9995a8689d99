// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { Button, ButtonRow, Form, LinkButton, Page, Panel, pathIn, type View } from '#platform/ui';
import type { PapersWork } from '../emergency/new-papers.ts';
import { Halves } from './issued-page.tsx';

export interface NewPapersView {
  mode: PapersWork['mode'];
  /** Who asked a second supervisor, and when; null where nobody did. */
  asked: { asker: string; time: string } | null;
  nav: ComponentChildren;
}

/** A half is lost: what new papers mean, and what this supervisor can do about it now. */
export function NewPapersPage({ view, data }: { view: View; data: NewPapersView }) {
  const { t } = view;
  const buttons = {
    ask: [{ value: 'ask', label: t('auth.papers.ask') }],
    own: [{ value: 'withdrawn', label: t('auth.act.withdraw') }],
    decide: [
      { value: 'approved', label: t('auth.act.approve') },
      { value: 'refused', label: t('auth.act.refuse') },
    ],
    make: [{ value: 'make', label: t('auth.papers.make') }],
  }[data.mode];
  return (
    <Page
      view={view}
      title={t('auth.papers.title')}
      back={{ href: pathIn(view, '/desk/recovery') }}
      nav={data.nav}
    >
      <p>{t('auth.papers.lead')}</p>
      <p>{t('auth.papers.root')}</p>
      {data.asked === null ? null : <p>{t('auth.papers.asked', data.asked)}</p>}
      {data.mode === 'own' ? <p>{t('auth.act.own')}</p> : null}
      {data.mode === 'make' ? <p>{t('auth.papers.once')}</p> : null}
      <Form view={view} action={pathIn(view, '/desk/recovery/new')}>
        <ButtonRow>
          {buttons.map(({ value, label }, at) => (
            <Button key={value} name="go" value={value} kind={at === 0 ? 'primary' : 'secondary'}>
              {label}
            </Button>
          ))}
        </ButtonRow>
      </Form>
    </Page>
  );
}

/** Shown once: the halves of the new papers. */
export function MadePapersPage({
  view,
  data,
}: {
  view: View;
  data: { halves: { n: number; a: string; b: string }; nav: ComponentChildren };
}) {
  const { t } = view;
  return (
    <Page view={view} title={t('auth.papers.made', { n: data.halves.n })} nav={data.nav}>
      <Panel view={view} kind="warn" title={t('auth.issued.once')} />
      <Halves view={view} halves={data.halves} />
      <p>{t('auth.papers.next')}</p>
      <LinkButton href={pathIn(view, '/desk/recovery')}>{t('auth.recovery.title')}</LinkButton>
    </Page>
  );
}
