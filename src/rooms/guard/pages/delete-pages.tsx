// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  Checkbox,
  type FieldErrors,
  Form,
  LinkButton,
  Page,
  pathIn,
  Typed,
  type View,
} from '#platform/ui';
import { childPath, FAMILY, HOME } from './frame.tsx';

/** F14: everything at once. */
export function DeletePage({ view, errors }: { view: View; errors: FieldErrors }) {
  const { t } = view;
  return (
    <Page view={view} title={t('guard.delete.title')} errors={errors} back={{ href: pathIn(view, FAMILY) }}>
      <p>{t('guard.delete.what')}</p>
      <p>{t('guard.delete.first')}</p>
      <Form view={view} action={pathIn(view, `${HOME}/delete`)}>
        <Checkbox view={view} name="sure" label={t('guard.delete.sure')} errors={errors} />
        <Button kind="danger" icon="trash-2" view={view}>
          {t('guard.delete.button')}
        </Button>
      </Form>
    </Page>
  );
}

/** One child with its devices. */
export function DeleteChildPage({ view, child }: { view: View; child: { id: string; name: string } }) {
  const { t } = view;
  return (
    <Page view={view} title={t('guard.child.remove')} back={{ href: pathIn(view, childPath(child.id)) }}>
      <p>{t('guard.child.remove-text')}</p>
      <Form view={view} action={pathIn(view, `${childPath(child.id)}/delete`)}>
        <Button kind="danger" icon="trash-2" view={view}>
          {t.parts('guard.child.remove-button', { name: <Typed key="name">{child.name}</Typed> })}
        </Button>
      </Form>
    </Page>
  );
}

export function DeletedPage({ view }: { view: View }) {
  const { t } = view;
  return (
    <Page view={view} title={t('guard.deleted.title')}>
      <p>{t('guard.deleted.text')}</p>
      <p>{t('guard.deleted.again')}</p>
      <LinkButton href={pathIn(view, '/')}>{t('http.home')}</LinkButton>
    </Page>
  );
}
