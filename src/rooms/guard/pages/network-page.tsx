// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, type FieldErrors, Form, Ltr, Page, pathIn, Typed, type View } from '#platform/ui';
import { childPath, networkWords } from './frame.tsx';

export interface NetworkView {
  child: { id: string; name: string };
  /** The network of whoever looks at the page; null where it cannot be seen. */
  prefix: string | null;
  /** host:port of our resolver, where devices can reach it. */
  dns: string | null;
  errors: FieldErrors;
}

/** "Devices on this network are Mia's": said by somebody who sits in it, after a question. */
export function NetworkPage({ view, data }: { view: View; data: NetworkView }) {
  const { t } = view;
  const { child, prefix, dns, errors } = data;
  const name = <Typed key="name">{child.name}</Typed>;
  return (
    <Page
      view={view}
      title={t('guard.network.title')}
      errors={errors}
      back={{ href: pathIn(view, childPath(child.id)) }}
    >
      <p>{t.parts('guard.network.lead', { name })}</p>
      {prefix === null ? (
        <p>{t('guard.error.no-address')}</p>
      ) : (
        <>
          <p>{t.parts('guard.network.see', { prefix: <Ltr key="prefix">{networkWords(prefix)}</Ltr> })}</p>
          <p>{t('guard.network.keep')}</p>
          <p>{t('guard.network.changes')}</p>
          <Form view={view} action={pathIn(view, `${childPath(child.id)}/network`)}>
            <p>
              <strong>{t('guard.network.home')}</strong>
            </p>
            <Checkbox
              view={view}
              name="home"
              label={t('guard.network.home-yes')}
              hint={t('guard.network.home-hint')}
              errors={errors}
            />
            <Button>{t('guard.network.save')}</Button>
          </Form>
          {dns === null ? (
            <p class="after-form">{t('guard.network.router-none')}</p>
          ) : (
            <>
              <p class="after-form">{t('guard.network.router')}</p>
              <p class="address">
                <Ltr>{dns}</Ltr>
              </p>
            </>
          )}
        </>
      )}
    </Page>
  );
}
