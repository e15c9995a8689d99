// SPDX-License-Identifier: EUPL-1.2
import { Code } from '../code/code.tsx';
import { Details } from '../details/details.tsx';
import { Empty } from '../empty/empty.tsx';
import { DoDont, Lead, Section, Ways } from '../layout/layout.tsx';
import { Ltr } from '../ltr/ltr.tsx';
import { Panel } from '../panel/panel.tsx';
import { Steps } from '../steps/steps.tsx';
import { Thread } from '../thread/thread.tsx';
import type { View } from '../view.ts';
import type { Samples } from './samples.ts';

/** What pages tell: words, panels, a code, steps, a talk. */
export function TellingParts({ view, words }: { view: View; words: Samples }) {
  const [first, second, third] = words.steps;
  return (
    <>
      <Lead>{words.lead}</Lead>
      <Ways
        view={view}
        strong
        items={[
          { href: '#a', label: words.question, hint: words.lead, icon: 'flag' },
          { href: '#b', label: words.panel, icon: 'ticket' },
        ]}
      />
      <Ways
        view={view}
        items={[
          { href: '#c', label: words.details, hint: words.hint, icon: 'smartphone' },
          { href: '#d', label: words.more },
        ]}
      />
      <Panel view={view} kind="warn" title={words.panel}>
        <p>{words.text}</p>
      </Panel>
      <Panel view={view} kind="info" title={words.lead} />
      <Panel view={view} kind="ok" title={first} />
      <Panel view={view} kind="danger" title={words.states[4]} />
      <Panel view={view} kind="plain" title={words.hint} />
      <Section title={words.panel}>
        <Code view={view} code="4821093755601186" />
        <p>
          <Ltr>share.example</Ltr> · {words.text}
        </p>
      </Section>
      <Section title={words.steps[2]}>
        <Steps
          view={view}
          items={[
            { state: 'done', label: first, at: words.at },
            { state: 'now', label: second, at: words.by, note: words.text },
            { state: 'next', label: third },
          ]}
        />
      </Section>
      <Section title={words.from}>
        <Thread
          view={view}
          messages={words.talk.map((text, at) => ({
            id: String(at),
            mine: at === 1,
            from: words.from,
            at: words.at,
            text,
          }))}
        />
        <Details view={view} summary={words.details} open>
          <p>{words.text}</p>
        </Details>
        <DoDont
          view={view}
          dos={{ title: words.can, items: words.steps }}
          donts={{ title: words.cannot, items: [words.panel, words.text] }}
        />
        <Empty view={view} title={words.empty}>
          <p>{words.hint}</p>
        </Empty>
      </Section>
    </>
  );
}
