// SPDX-License-Identifier: EUPL-1.2
import { Button, Details, Form, LinkButton, Ltr, Page, pathIn, Section, type View } from '#platform/ui';
import type { ChildFacts } from '../queries/family.ts';
import { childPath } from './frame.tsx';
import { MyRules } from './my-rules.tsx';
import { Qr } from './qr.tsx';

export interface ShowView {
  child: ChildFacts;
  never: readonly string[];
  openTo: number;
  /** The link that this browser just made. */
  link: string | null;
}

/** F5: the family and the child look at the rules together, and the child gets a page of its own. */
export function ShowPage({ view, data }: { view: View; data: ShowView }) {
  const { t } = view;
  const { child } = data;
  return (
    <Page
      view={view}
      title={t('guard.show.title', { name: child.name })}
      back={{ href: pathIn(view, childPath(child.id)) }}
    >
      <p>{t('guard.show.lead')}</p>
      <Details view={view} summary={t('guard.show.preview', { name: child.name })} open={data.link === null}>
        <MyRules view={view} child={child} never={data.never} openTo={data.openTo} />
      </Details>
      <Section title={t('guard.show.link-title', { name: child.name })} id="link">
        {data.link === null ? (
          <MakeLink view={view} child={child} />
        ) : (
          <Link view={view} child={child} link={data.link} />
        )}
      </Section>
    </Page>
  );
}

function MakeLink({ view, child }: { view: View; child: ChildFacts }) {
  const { t } = view;
  const isFirst = child.page === 'none';
  return (
    <>
      <p>{t('guard.show.link-text')}</p>
      {isFirst ? null : <p>{child.page === 'opened' ? t('guard.show.opened') : t('guard.show.made')}</p>}
      <Form view={view} action={pathIn(view, `${childPath(child.id)}/show`)}>
        <Button>{isFirst ? t('guard.show.make') : t('guard.show.again')}</Button>
      </Form>
      {isFirst ? null : <p class="quiet">{t('guard.show.again-hint')}</p>}
    </>
  );
}

function Link({ view, child, link }: { view: View; child: ChildFacts; link: string }) {
  const { t } = view;
  return (
    <>
      <p>{t('guard.show.open', { name: child.name })}</p>
      <p class="address">
        <Ltr>{link}</Ltr>
      </p>
      <Qr text={link} label={t('guard.show.qr')} />
      <p>{t('guard.show.minutes')}</p>
      <LinkButton href={pathIn(view, childPath(child.id))}>{t('guard.show.back')}</LinkButton>
    </>
  );
}
