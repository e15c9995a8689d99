// SPDX-License-Identifier: EUPL-1.2
import { Button, Details, Form, Page, Panel, pathIn, Radios, Section, type View } from '#platform/ui';
import type { Line } from '../level.ts';
import type { ChildFacts } from '../queries/family.ts';
import { LINE_ANSWERS, type LineAnswer } from '../words.ts';
import { ageWords, childPath, kindWords } from './frame.tsx';

const ANSWERS = { block: 'guard.level.block', ask: 'guard.level.ask', allow: 'guard.level.allow' } as const;

/** F3: the level as four lists that can be read aloud, and every line of it to change. */
export function LevelPage({
  view,
  child,
  never,
}: {
  view: View;
  child: ChildFacts;
  never: readonly string[];
}) {
  const { t } = view;
  const fixed = child.lines.filter(({ isFixed }) => isFixed);
  const own = child.lines.filter(({ isFixed }) => !isFixed);
  return (
    <Page
      view={view}
      title={t('guard.level.title', { name: child.name })}
      back={{ href: pathIn(view, childPath(child.id)) }}
    >
      <p>{t('guard.level.start', { age: ageWords(t, child.ageGroup) })}</p>
      {(['block', 'ask', 'allow'] as const).map((answer) => (
        <Kinds
          key={answer}
          view={view}
          answer={answer}
          lines={own.filter((line) => line.answer === answer)}
        />
      ))}
      <Section title={t('guard.level.never')}>
        <p>{t('guard.level.never-text')}</p>
        <List words={never.map((code) => kindWords(t, code))} />
      </Section>
      <Section title={t('guard.level.fixed')}>
        <p>{t('guard.level.fixed-text')}</p>
        <List words={fixed.map(({ code }) => kindWords(t, code))} />
        <p>{t('guard.level.everyone')}</p>
        <p>{t('guard.level.decided')}</p>
      </Section>
      <Form view={view} action={pathIn(view, `${childPath(child.id)}/level`)}>
        <Details view={view} summary={t('guard.level.change')}>
          {own.map((line) => (
            <LineRadios key={line.code} view={view} line={line} />
          ))}
          <Button>{t('guard.level.save')}</Button>
        </Details>
        <Button name="keep" value="yes">
          {t('guard.level.keep')}
        </Button>
      </Form>
    </Page>
  );
}

function Kinds({ view, answer, lines }: { view: View; answer: LineAnswer; lines: readonly Line[] }) {
  const { t } = view;
  if (lines.length === 0) return null;
  return (
    <Section title={t(ANSWERS[answer])}>
      {answer === 'ask' ? (
        <Panel view={view}>
          <p>{t('guard.level.ask-later')}</p>
        </Panel>
      ) : null}
      <List words={lines.map(({ code }) => kindWords(t, code))} />
    </Section>
  );
}

function List({ words }: { words: readonly string[] }) {
  return (
    <ul>
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  );
}

function LineRadios({ view, line }: { view: View; line: Line }) {
  const { t } = view;
  return (
    <Radios
      view={view}
      name={`line-${line.code}`}
      legend={kindWords(t, line.code)}
      hint={t('guard.level.by-age', { answer: t(ANSWERS[line.byAge]) })}
      options={LINE_ANSWERS.map((answer) => ({ value: answer, label: t(ANSWERS[answer]) }))}
      value={line.answer}
      inline
    />
  );
}
