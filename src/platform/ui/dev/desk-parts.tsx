// SPDX-License-Identifier: EUPL-1.2
import { DeskNav } from '../desk-nav/desk-nav.tsx';
import { Figures, Meter } from '../figures/figures.tsx';
import { Section } from '../layout/layout.tsx';
import { Ltr } from '../ltr/ltr.tsx';
import { Pager } from '../pager/pager.tsx';
import { Table } from '../table/table.tsx';
import { Status, Tag, type Tone } from '../tag/tag.tsx';
import { TaskList } from '../task-list/task-list.tsx';
import type { View } from '../view.ts';
import type { Samples } from './samples.ts';

const TONES: readonly Tone[] = ['neutral', 'info', 'ok', 'warn', 'danger'];

/** What people who work here see. */
export function DeskParts({ view, words }: { view: View; words: Samples }) {
  return (
    <Section title={words.tableName}>
      <DeskNav
        label={words.tableName}
        items={words.kinds.map((label, at) => ({
          href: `#${at}`,
          label,
          current: at === 0,
          count: at === 2 ? undefined : 41 - 20 * at,
        }))}
      >
        <Meter label={words.figures[0]} value={70} max={300} words={<Ltr>70 / 300</Ltr>} />
      </DeskNav>
      <Figures
        items={[
          { label: words.figures[0], value: '41', note: words.at },
          { label: words.figures[1], value: '92%' },
          { label: words.figures[2], value: '17', href: '#dev' },
        ]}
      />
      <Table
        view={view}
        id="dev-table"
        caption={words.tableName}
        columns={words.columns.map((label, at) => ({ label, head: at === 0, numeric: at === 3 }))}
        rows={words.kinds.map((kind, at) => [
          <a key="case" href="#dev">
            <Ltr>C-{4811 + at}</Ltr>
          </a>,
          <Tag key="kind">{kind}</Tag>,
          <Status key="state" tone={TONES[at + 2] ?? 'neutral'}>
            {words.states[at + 2]}
          </Status>,
          12 * at + 3,
        ])}
        marks={[null, null, 'late']}
      />
      <Pager view={view} page={2} pages={5} href={(page) => `?page=${page}`} />
      <TaskList
        tasks={words.states.map((status, at) => ({
          id: `dev-${at}`,
          label: words.steps[at % 3],
          href: at === 4 ? null : '#dev',
          status,
          tone: TONES[at] ?? 'neutral',
        }))}
      />
    </Section>
  );
}
