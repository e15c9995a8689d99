// SPDX-License-Identifier: EUPL-1.2
import type { MessageKey, Translate } from '#platform/i18n';
import { Columns, Section, type View } from '#platform/ui';
import type { Line } from '../level.ts';
import type { ChildFacts } from '../queries/family.ts';
import type { LineAnswer } from '../words.ts';
import { kindWords } from './frame.tsx';

const TITLES: Record<LineAnswer, MessageKey> = {
  block: 'guard.mine.block',
  ask: 'guard.mine.ask',
  allow: 'guard.mine.allow',
};

/** K1's words, on the child's own page and in the family's preview: the child reads nothing else than the parent saw. */
export function MyRules({
  view,
  child,
  never,
  openTo,
}: {
  view: View;
  child: ChildFacts;
  never: readonly string[];
  openTo: number;
}) {
  const { t } = view;
  return (
    <>
      <p>{t('guard.mine.set')}</p>
      {(['block', 'ask', 'allow'] as const).map((answer) => (
        <Kinds
          key={answer}
          view={view}
          answer={answer}
          lines={child.lines.filter((line) => line.answer === answer)}
        />
      ))}
      <p>{t('guard.mine.age-rule', { age: openTo })}</p>
      <p>{t('guard.mine.everyone')}</p>
      <Section title={t('guard.mine.never')}>
        <p>{t('guard.mine.never-text')}</p>
        <ul>
          {never.map((code) => (
            <li key={code}>{kindWords(t, code)}</li>
          ))}
        </ul>
      </Section>
      <WhoSees view={view} />
      <Section title={t('guard.mine.wrong-title')}>
        <p>{t('guard.mine.wrong')}</p>
        <p>{t('guard.mine.safe')}</p>
      </Section>
    </>
  );
}

function Kinds({ view, answer, lines }: { view: View; answer: LineAnswer; lines: readonly Line[] }) {
  const { t } = view;
  if (lines.length === 0) return null;
  return (
    <Section title={t(TITLES[answer])}>
      {answer === 'ask' ? <p>{t('guard.mine.ask-later')}</p> : null}
      {answer === 'allow' ? (
        <List view={view} lines={lines} />
      ) : (
        [...byReason(t, lines)].map(([why, some]) => (
          <div key={why}>
            <h3>{why}</h3>
            <List view={view} lines={some} />
          </div>
        ))
      )}
    </Section>
  );
}

function List({ view, lines }: { view: View; lines: readonly Line[] }) {
  return (
    <ul>
      {lines.map(({ code }) => (
        <li key={code}>{kindWords(view.t, code)}</li>
      ))}
    </ul>
  );
}

/** A reason is read once, with all it is the reason for. The family's own come first, then by age. */
function byReason(t: Translate, lines: readonly Line[]): Map<string, Line[]> {
  const rank = (line: Line) => (line.answer === line.byAge ? line.minAge : -1);
  const reasons = new Map<string, Line[]>();
  for (const line of [...lines].sort((a, b) => rank(a) - rank(b))) {
    const why = whyOf(t, line);
    reasons.set(why, [...(reasons.get(why) ?? []), line]);
  }
  return reasons;
}

function whyOf(t: Translate, line: Line): string {
  if (line.isFixed) return t('guard.mine.why-harm');
  return line.answer === line.byAge
    ? t('guard.mine.why-age', { age: line.minAge })
    : t('guard.mine.why-family');
}

/** H8: the same for everybody, said before anybody asks. */
function WhoSees({ view }: { view: View }) {
  const { t } = view;
  return (
    <Section title={t('guard.mine.who')}>
      <Columns>
        <div>
          <h3>{t('guard.mine.family-sees')}</h3>
          <ul>
            <li>{t('guard.mine.family-rules')}</li>
            <li>{t('guard.mine.family-devices')}</li>
            <li>{t('guard.mine.family-opened')}</li>
          </ul>
        </div>
        <div>
          <h3>{t('guard.mine.nobody-sees')}</h3>
          <ul>
            <li>{t('guard.mine.nobody-sites')}</li>
            <li>{t('guard.mine.nobody-times')}</li>
            <li>{t('guard.mine.nobody-help')}</li>
          </ul>
        </div>
      </Columns>
      <p>{t('guard.mine.no-list')}</p>
      <p>{t('guard.mine.holds')}</p>
    </Section>
  );
}
