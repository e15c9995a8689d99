// SPDX-License-Identifier: EUPL-1.2
import { Section, type View } from '#platform/ui';
import { fieldKey, label, sectionKey } from './labels.ts';
import type { RecordView } from './record-view.ts';
import { isThere, Rows, rowsThere, Value } from './values.tsx';

// The section that the page is there for: its texts follow the title at once, each under its own heading.
const MAIN = 'text';

interface BodyProps {
  view: View;
  shown: RecordView;
}

/** The fields of a record by sections, without what stands above them: the title and the summary. */
export function RecordBody({ view, shown }: BodyProps) {
  const { kind } = shown;
  return (
    <>
      {kind.reads.map(([section, ...fields]) => {
        const there = fields.filter(
          (name) => name !== kind.title && name !== kind.lede && hasValue(shown, name),
        );
        if (there.length === 0) return null;
        return section === MAIN ? (
          <Main key={section} view={view} shown={shown} names={there} />
        ) : (
          <Section key={section} title={label(view, sectionKey(kind, section))}>
            {runsOf(shown, there).map((run) => (
              <Run key={run[0]} view={view} shown={shown} names={run} />
            ))}
          </Section>
        );
      })}
    </>
  );
}

const fieldValue = ({ kind, record, lang }: RecordView, name: string): unknown =>
  kind.fields[name]?.words ? record.words[lang]?.body[name] : record.facts[name];

function hasValue(shown: RecordView, name: string): boolean {
  const field = shown.kind.fields[name];
  if (field?.as === 'rows') return rowsThere(shown, name).length > 0;
  return field !== undefined && isThere(shown, field, fieldValue(shown, name));
}

function isLong({ kind }: RecordView, name: string): boolean {
  const as = kind.fields[name]?.as;
  return as === 'prose' || as === 'rows';
}

/** Short values that follow each other stand in one list; a long text stands alone. */
function runsOf(shown: RecordView, names: readonly string[]): string[][] {
  const runs: string[][] = [];
  for (const name of names) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && !isLong(shown, name) && !isLong(shown, before))
      last.push(name);
    else runs.push([name]);
  }
  return runs;
}

type Named = BodyProps & { names: readonly string[] };

function Main({ view, shown, names }: Named) {
  const short = names.filter((name) => !isLong(shown, name));
  return (
    <>
      {short.length === 0 ? null : <Facts view={view} shown={shown} names={short} />}
      {names
        .filter((name) => isLong(shown, name))
        .map((name) => (
          <Section key={name} title={label(view, fieldKey(shown.kind, name))}>
            <Field view={view} shown={shown} name={name} />
          </Section>
        ))}
    </>
  );
}

function Run({ view, shown, names }: Named) {
  const [name = ''] = names;
  if (!isLong(shown, name)) return <Facts view={view} shown={shown} names={names} />;
  return (
    <div class="record-long">
      <h3>{label(view, fieldKey(shown.kind, name))}</h3>
      <Field view={view} shown={shown} name={name} />
    </div>
  );
}

function Facts({ view, shown, names }: Named) {
  return (
    <dl class="record-facts">
      {names.map((name) => (
        <div key={name}>
          <dt>{label(view, fieldKey(shown.kind, name))}</dt>
          <dd>
            <Field view={view} shown={shown} name={name} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Field({ view, shown, name }: BodyProps & { name: string }) {
  const field = shown.kind.fields[name];
  if (field === undefined) return null;
  if (field.as === 'rows') return <Rows view={view} shown={shown} name={name} />;
  return <Value view={view} shown={shown} field={field} value={fieldValue(shown, name)} />;
}
