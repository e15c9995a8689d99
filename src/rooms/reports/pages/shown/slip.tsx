// SPDX-License-Identifier: EUPL-1.2
import { Ltr, Section, type View } from '#platform/ui';

/** P9: the slip for the child, to print or to read out, and what to say with it (H7). */
export function Slip({ view, address }: { view: View; address: string }) {
  const { t } = view;
  const say = ['reports.slip.say-1', 'reports.slip.say-2', 'reports.slip.say-3'] as const;
  const talk = ['reports.slip.talk-1', 'reports.slip.talk-2', 'reports.slip.talk-3'] as const;
  return (
    <Section title={t('reports.slip.title')}>
      <p>{t('reports.slip.text')}</p>
      <p>
        <strong>
          <Ltr>{address}</Ltr>
        </strong>
      </p>
      <p>{t('reports.slip.ask')}</p>
      <h3>{t('reports.slip.say')}</h3>
      <ul>
        {say.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <h3>{t('reports.slip.talk')}</h3>
      <ul>
        {talk.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </Section>
  );
}
