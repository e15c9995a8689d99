// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import type { Lang } from '#platform/i18n';
import {
  Button,
  Checkboxes,
  type FieldErrors,
  FileField,
  Form,
  Lead,
  LinkButton,
  Page,
  Panel,
  pathIn,
  Select,
  type View,
} from '#platform/ui';
import type { Kind } from '../kind/kind.ts';
import { kindsKey, label } from '../pages/labels.ts';
import { ownName } from '../pages/language.ts';
import type { Imported } from './apply.ts';

interface ImportPageProps {
  view: View;
  actor: Actor;
  kind: Kind;
  languages: readonly Lang[];
  lang: Lang;
  types: readonly string[];
  errors: FieldErrors;
}

export const importPath = (view: Pick<View, 'lang'>, kind: Kind): string =>
  pathIn(view, `/desk/records/${kind.name}/import`);
const kindDesk = (view: View, kind: Kind) => pathIn(view, `/desk/records/${kind.name}`);

/** One thing: choose a file. What would happen is shown before anything is written. */
export function ImportPage({ view, actor, kind, languages, lang, types, errors }: ImportPageProps) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={t('records.import.title', { kind: label(view, kindsKey(kind)) })}
      nav={deskNav(view, actor, 'library')}
      back={{ href: kindDesk(view, kind), label: label(view, kindsKey(kind)) }}
      errors={errors}
    >
      <Lead>{t('records.import.lead')}</Lead>
      <Form view={view} action={importPath(view, kind)} files>
        <FileField
          view={view}
          name="file"
          label={t('records.import.file')}
          hint={t('records.import.file-hint')}
          accept=".csv,.ndjson,.json,.xml,text/csv,application/xml"
          errors={errors}
        />
        <Select
          view={view}
          name="lang"
          label={t('records.import.lang')}
          value={lang}
          options={languages.map((one) => ({ value: one, label: ownName(one) }))}
          errors={errors}
        />
        <Checkboxes
          view={view}
          name="types[]"
          legend={t('records.import.types')}
          values={types}
          options={[
            { value: 'post', label: t('records.import.posts') },
            { value: 'page', label: t('records.import.pages') },
          ]}
          errors={errors}
        />
        <Button>{t('records.import.look')}</Button>
      </Form>
    </Page>
  );
}

/** What an import did. */
export function ImportedPage(props: { view: View; actor: Actor; kind: Kind; done: Imported }) {
  const { view, actor, kind, done } = props;
  const { t } = view;
  const { created, changed, same, refused, published } = done;
  return (
    <Page view={view} title={t('records.import.done')} nav={deskNav(view, actor, 'library')}>
      <Panel
        view={view}
        kind="ok"
        title={t('records.import.counts', { created, changed, same, refused })}
        live
      >
        <p>{t('records.import.published', { n: published })}</p>
      </Panel>
      <LinkButton href={kindDesk(view, kind)}>{label(view, kindsKey(kind))}</LinkButton>
    </Page>
  );
}
