// SPDX-License-Identifier: EUPL-1.2
import type { MessageKey } from '#platform/i18n';
import { Icon } from '../icon/icon.tsx';
import { Ltr } from '../ltr/ltr.tsx';
import type { HelpNumber, View } from '../view.ts';

/** A person to talk to, in the same place on every public page. */
export function HelpBlock({ view }: { view: View }) {
  const { emergency, numbers } = view.site;
  return (
    <aside class="help" aria-labelledby="help-title">
      <h2 id="help-title">
        <Icon view={view} name="life-buoy" />
        {view.t('ui.help.title')}
      </h2>
      <HelpNumbers view={view} numbers={numbers} emergency={emergency} />
      <Icon view={view} name="sprig" class="help-sprig" />
    </aside>
  );
}

interface HelpNumbersProps {
  view: View;
  numbers: readonly HelpNumber[];
  emergency?: HelpNumber | null;
}

/** The lines themselves, also for the page "Get help now". Only a real installation's number can be dialled (H11). */
export function HelpNumbers({ view, numbers, emergency = null }: HelpNumbersProps) {
  if (numbers.length === 0 && emergency === null) return <p>{view.t('ui.help.none')}</p>;
  return (
    <ul class="help-numbers">
      {emergency ? (
        <li>
          <span class="help-label">{view.t('ui.help.danger')}</span>
          <Way view={view} say="ui.help.call" number={emergency.number} scheme="tel" />
        </li>
      ) : null}
      {numbers.map((line) => (
        <Line key={`${line.label} ${line.number}`} view={view} line={line} />
      ))}
    </ul>
  );
}

function Line({ view, line }: { view: View; line: HelpNumber }) {
  const facts = [line.free ? view.t('ui.help.free') : '', line.hours].filter(Boolean);
  return (
    <li>
      <span class="help-label">{line.label}</span>
      <Way view={view} say="ui.help.call" number={line.number} scheme="tel" />
      {line.textTo ? <Way view={view} say="ui.help.text" number={line.textTo} scheme="sms" /> : null}
      {facts.length > 0 ? <span class="help-facts">{facts.join(' · ')}</span> : null}
    </li>
  );
}

interface WayProps {
  view: View;
  say: MessageKey & ('ui.help.call' | 'ui.help.text');
  number: string;
  scheme: 'tel' | 'sms';
}

function Way({ view, say, number, scheme }: WayProps) {
  if (view.site.kind !== 'real') return <span class="help-way">{view.t('ui.help.example')}</span>;
  const words = view.t.parts(say, { number: <Ltr key="number">{number}</Ltr> });
  return (
    <a class="help-way" href={`${scheme}:${number.replace(/[^\d+*#]/g, '')}`}>
      {words}
    </a>
  );
}
