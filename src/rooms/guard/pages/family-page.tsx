// SPDX-License-Identifier: EUPL-1.2
import { Button, Form, LinkButton, Page, Panel, pathIn, Section, Typed, type View, Ways } from '#platform/ui';
import type { FamilyView } from '../queries/family.ts';
import { ageWords, childPath, FAMILY, HOME } from './frame.tsx';

/** F10: the family's own start page. */
export function FamilyPage({ view, family }: { view: View; family: FamilyView }) {
  const { t } = view;
  const isEmpty = family.children.length === 0;
  return (
    <Page view={view} title={t('guard.family.title')}>
      {family.hasCode ? null : <NoCode view={view} />}
      {isEmpty ? <p>{t('guard.family.none')}</p> : <Children view={view} family={family} />}
      <LinkButton
        href={pathIn(view, `${HOME}/child`)}
        kind={isEmpty ? 'primary' : 'secondary'}
        icon="plus"
        view={view}
      >
        {isEmpty ? t('guard.family.first') : t('guard.family.add')}
      </LinkButton>
      <Section title={t('guard.child.more')}>
        <Ways
          view={view}
          items={[
            { href: pathIn(view, '/test'), label: t('guard.family.test'), icon: 'refresh-cw' },
            { href: pathIn(view, `${HOME}/code`), label: t('guard.family.code'), icon: 'key-round' },
            { href: pathIn(view, `${HOME}/delete`), label: t('guard.family.delete'), icon: 'trash-2' },
          ]}
        />
        <Form view={view} action={pathIn(view, `${FAMILY}/sign-out`)}>
          <Button kind="quiet" icon="log-out" view={view}>
            {t('guard.family.sign-out')}
          </Button>
        </Form>
      </Section>
    </Page>
  );
}

function NoCode({ view }: { view: View }) {
  const { t } = view;
  return (
    <Panel view={view} kind="warn">
      <p>{t('guard.family.no-code')}</p>
      <p>
        <a href={pathIn(view, `${HOME}/code`)}>{t('guard.family.no-code-make')}</a>
      </p>
    </Panel>
  );
}

function Children({ view, family }: { view: View; family: FamilyView }) {
  const items = family.children.map(({ id, name, ageGroup }) => ({
    href: pathIn(view, childPath(id)),
    label: <Typed>{name}</Typed>,
    hint: ageWords(view.t, ageGroup),
    icon: 'user' as const,
  }));
  return <Ways view={view} items={items} strong />;
}
