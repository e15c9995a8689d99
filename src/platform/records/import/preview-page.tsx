// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import type { MessageKey } from '#platform/i18n';
import {
  Button,
  ButtonRow,
  Empty,
  Form,
  LinkButton,
  Page,
  Panel,
  Status,
  Table,
  type Tone,
  Typed,
  type View,
} from '#platform/ui';
import type { Kind } from '../kind/kind.ts';
import { fieldKey, kindsKey, label } from '../pages/labels.ts';
import { languageName } from '../pages/language.ts';
import { RecordLink } from '../pages/values.tsx';
import { kinds } from '../registry.ts';
import type { Unfit } from './draft.ts';
import { importPath } from './import-page.tsx';
import type { PlanLine } from './plan.ts';

export interface PreviewView {
  kind: Kind;
  lines: readonly PlanLine[];
  unfit: readonly Unfit[];
  /** Columns and entries that nothing is taken from. */
  left: readonly string[];
  /** All of it as it is sent with the second button. */
  packed: string;
  /** Somebody changed the records meanwhile. */
  moved: boolean;
}

const TONES: Readonly<Record<PlanLine['does'], Tone>> = {
  ...{ create: 'ok', change: 'info', same: 'neutral', refuse: 'danger' },
};

/** What an import would do, row by row, and all that does not fit. Nothing is written yet. */
export function PreviewPage(props: { view: View; actor: Actor; shown: PreviewView }) {
  const { view, actor, shown } = props;
  const { t } = view;
  const count = (does: PlanLine['does']) => shown.lines.filter((line) => line.does === does).length;
  const writes = count('create') + count('change') > 0;
  const counts = { created: count('create'), changed: count('change') };
  return (
    <Page
      view={view}
      title={t('records.import.would')}
      caption={label(view, kindsKey(shown.kind))}
      nav={deskNav(view, actor, 'library')}
      back={{ href: importPath(view, shown.kind) }}
      wide
    >
      {shown.moved ? <Panel view={view} kind="warn" title={t('records.import.moved')} live /> : null}
      <p role="status">
        {t('records.import.counts', { ...counts, same: count('same'), refused: count('refuse') })}
      </p>
      {writes ? (
        <p>{t('records.import.drafts')}</p>
      ) : (
        <Empty view={view} title={t('records.import.nothing')} />
      )}
      {shown.left.length === 0 ? null : (
        <p dir="auto">
          {t('records.import.left')} {shown.left.join(', ')}
        </p>
      )}
      <UnfitTable view={view} unfit={shown.unfit} />
      <LineTable view={view} lines={shown.lines} />
      <Form view={view} action={`${importPath(view, shown.kind)}/go`}>
        <input type="hidden" name="packed" value={shown.packed} />
        <ButtonRow>
          {writes ? <Button>{t('records.import.go')}</Button> : null}
          <LinkButton kind="secondary" href={importPath(view, shown.kind)}>
            {t('records.file.back')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  );
}

function UnfitTable({ view, unfit }: { view: View; unfit: readonly Unfit[] }) {
  const { t } = view;
  if (unfit.length === 0) return null;
  return (
    <Table
      view={view}
      id="unfit-cells"
      caption={t('records.import.unfit')}
      columns={[
        { label: t('records.import.row'), numeric: true },
        { label: t('records.import.column'), head: true },
        { label: t('records.import.value') },
        { label: t('records.import.why') },
      ]}
      rows={unfit.map(({ row, column, value, message }) => [
        row,
        <Typed key={row}>{column}</Typed>,
        <Typed key={row}>{value}</Typed>,
        t(message as 'records.import.wrong'),
      ])}
    />
  );
}

function LineTable({ view, lines }: { view: View; lines: readonly PlanLine[] }) {
  const { t } = view;
  if (lines.length === 0) return null;
  return (
    <Table
      view={view}
      id="lines"
      caption={t('records.import.would')}
      captionHidden
      columns={[
        { label: t('records.import.row'), numeric: true },
        { label: t('records.import.record'), head: true },
        { label: t('records.import.does') },
        { label: t('records.import.changes') },
      ]}
      rows={lines.map((line) => [
        line.draft.row,
        <Name key="name" view={view} line={line} />,
        <Status key="does" tone={TONES[line.does]}>
          {t(`records.import.${line.does}` as MessageKey)}
        </Status>,
        line.reason === null
          ? line.changes.map((unit) => unitWords(view, line, unit)).join(', ')
          : t(line.reason as 'records.import.twice'),
      ])}
    />
  );
}

function Name({ view, line }: { view: View; line: PlanLine }) {
  const { parcel } = line.draft;
  const kind = kinds().find(({ name }) => name === parcel.kind);
  const said = kind === undefined ? undefined : parcel.words[parcel.tongue]?.[kind.title];
  const old = kind === undefined ? undefined : line.before?.words[parcel.tongue]?.body[kind.title];
  const title = said ?? old ?? parcel.id;
  if (line.before === null) return <Typed>{title}</Typed>;
  return <RecordLink view={view} to={{ id: line.before.id, kind: parcel.kind, title: old ?? title }} />;
}

/** `title.en` as "Title (English)". */
function unitWords(view: View, { draft: { parcel } }: PlanLine, unit: string): string {
  const kind = kinds().find(({ name }) => name === parcel.kind);
  const at = unit.lastIndexOf('.');
  const [name, lang] = at < 0 ? [unit, null] : [unit.slice(0, at), unit.slice(at + 1)];
  const words = kind === undefined ? name : label(view, fieldKey(kind, name));
  return lang === null ? words : `${words} (${languageName(view, lang)})`;
}
