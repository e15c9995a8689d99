// SPDX-License-Identifier: EUPL-1.2
import type { HelpLine } from '#platform/setup';
import { Button, Checkbox, FileField, Form, Ltr, Radios, TextField, type View } from '#platform/ui';
import { LEAST_WIDTH } from '../limits.ts';
import { DeskFrame } from './desk-frame.tsx';
import { type FillProps, fillFrame, fillPath } from './fill-pages.tsx';

interface FactsProps extends FillProps {
  numbers: readonly HelpLine[];
  /** Names of the logos that are there. */
  logos: readonly string[];
}

/** C4: what the country adds. The number is chosen from set-up and never typed (H11). */
export function FactsPage(props: FactsProps) {
  const { view, draft, typed, errors, numbers, logos } = props;
  const { t } = view;
  const text = (name: string, had: string) => (typeof typed[name] === 'string' ? typed[name] : had);
  return (
    <DeskFrame {...fillFrame(props, 'facts', 'languages')}>
      <Form view={view} action={fillPath(view, draft.id, 'facts')} files>
        <Radios
          {...{ view, errors, name: 'phone', legend: t('campaigns.facts.phone') }}
          hint={t('campaigns.facts.phone-hint')}
          value={text('phone', draft.phone ?? '') || null}
          options={[
            ...numbers.map((line) => ({ value: line.id, label: <NumberWords view={view} line={line} /> })),
            { value: 'none', label: t('campaigns.facts.no-phone') },
          ]}
        />
        <TextField
          {...{ view, errors, name: 'address', label: t('campaigns.facts.address') }}
          hint={t('campaigns.facts.address-hint')}
          width="medium"
          ltr
          value={text('address', draft.address || view.site.shortAddress)}
        />
        <TextField
          {...{ view, errors, name: 'ministry', label: t('campaigns.facts.ministry') }}
          optional
          value={text('ministry', draft.ministry)}
        />
        <Radios
          {...{ view, errors, name: 'qr', legend: t('campaigns.facts.qr') }}
          inline
          value={text('qr', draft.qr ? 'yes' : 'no')}
          options={(['yes', 'no'] as const).map((value) => ({
            value,
            label: t(`campaigns.facts.qr-${value}`),
          }))}
        />
        <FileField
          {...{ view, errors, name: 'logos', label: t('campaigns.facts.logos') }}
          hint={t('campaigns.facts.logos-hint', { width: LEAST_WIDTH })}
          accept="image/png,image/jpeg"
          multiple
          optional
        />
        {logos.length === 0 ? null : (
          <Checkbox view={view} name="noLogos" label={t('campaigns.facts.no-logos', { n: logos.length })} />
        )}
        <Button>{t('ui.continue')}</Button>
      </Form>
    </DeskFrame>
  );
}

function NumberWords({ view, line }: { view: View; line: HelpLine }) {
  const label = line.label[view.lang] ?? Object.values(line.label)[0] ?? '';
  return (
    <>
      {label} <Ltr>{line.number}</Ltr>
    </>
  );
}
