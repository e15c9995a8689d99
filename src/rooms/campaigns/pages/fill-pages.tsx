// SPDX-License-Identifier: EUPL-1.2
import type { Actor } from '#platform/ctx';
import {
  Button,
  Checkboxes,
  type FieldErrors,
  Form,
  Lead,
  pathIn,
  Radios,
  TextArea,
  TextField,
  type View,
} from '#platform/ui';
import { editionsOf, type Filled } from '../kit.ts';
import { EDITIONS } from '../print/edition.ts';
import { PIECES } from '../print/pieces.ts';
import { titleOf } from '../said.ts';
import { DeskFrame } from './desk-frame.tsx';
import { EditionName } from './kit-page.tsx';

export type FillStep = 'pieces' | 'languages' | 'own' | 'facts' | 'preview' | 'files';

export interface FillProps extends Filled {
  view: View;
  actor: Actor;
  typed: Readonly<Record<string, string | string[]>>;
  errors: FieldErrors;
}

export const fillPath = (view: View, kit: string, step: FillStep): string =>
  pathIn(view, `/desk/campaigns/kits/${kit}/${step}`);

/** The frame of a step: the campaign's name above, the way back to the step before. */
export function fillFrame({ view, actor, kit, draft, errors }: FillProps, step: FillStep, before?: FillStep) {
  return {
    ...{ view, actor, errors },
    title: view.t(`campaigns.fill.${step}`),
    caption: titleOf(kit.campaign, view.lang),
    ...(before === undefined ? {} : { back: { href: fillPath(view, draft.id, before) } }),
  };
}

const listOf = (value: string | string[] | undefined, otherwise: readonly string[]) =>
  value === undefined ? otherwise : [value].flat();

/** C2: what to print. */
export function PiecesPage(props: FillProps) {
  const { view, draft, typed, errors } = props;
  const { t } = view;
  return (
    <DeskFrame {...fillFrame(props, 'pieces')}>
      <Form view={view} action={fillPath(view, draft.id, 'pieces')}>
        <Checkboxes
          view={view}
          name="pieces[]"
          legend={t('campaigns.fill.pieces-legend')}
          values={listOf(typed['pieces[]'], draft.pieces)}
          errors={errors}
          options={PIECES.map((piece) => ({
            value: piece,
            label: t(`campaigns.piece.${piece}`),
            hint: t(`campaigns.piece.${piece}.hint`),
          }))}
        />
        <Button>{t('ui.continue')}</Button>
      </Form>
    </DeskFrame>
  );
}

/** C3: in which languages, or blank for any other. */
export function LanguagesPage(props: FillProps) {
  const { view, draft, kit, typed, errors } = props;
  const { t } = view;
  const there = editionsOf(kit);
  const offered = [...EDITIONS.filter((code) => there.includes(code)), 'own' as const];
  return (
    <DeskFrame {...fillFrame(props, 'languages', 'pieces')}>
      <Form view={view} action={fillPath(view, draft.id, 'languages')}>
        <Checkboxes
          view={view}
          name="editions[]"
          legend={t('campaigns.fill.languages-legend')}
          hint={t('campaigns.fill.languages-hint')}
          values={listOf(typed['editions[]'], draft.editions)}
          errors={errors}
          options={offered.map((code) => ({ value: code, label: <EditionName view={view} code={code} /> }))}
        />
        <Button>{t('ui.continue')}</Button>
      </Form>
    </DeskFrame>
  );
}

/** The words of a language that is not one of ours. */
export function OwnPage(props: FillProps) {
  const { view, draft, typed, errors, kit } = props;
  const { t } = view;
  const own = draft.own;
  const text = (name: string, had: string | undefined) =>
    typeof typed[name] === 'string' ? typed[name] : (had ?? '');
  const example = kit.texts[view.lang] ?? kit.texts.en ?? {};
  const hint = (unit: 'headline' | 'line' | 'call') =>
    example[unit] === undefined ? undefined : t('campaigns.own.example', { text: example[unit] });
  return (
    <DeskFrame {...fillFrame(props, 'own', 'languages')}>
      <Lead>{t('campaigns.own.lead')}</Lead>
      <Form view={view} action={fillPath(view, draft.id, 'own')}>
        <TextField
          {...{
            view,
            errors,
            name: 'lang',
            label: t('campaigns.own.lang'),
            hint: t('campaigns.own.lang-hint'),
          }}
          width="short"
          ltr
          value={text('lang', own?.lang)}
        />
        <Radios
          {...{ view, errors, name: 'dir', legend: t('campaigns.own.dir') }}
          inline
          value={text('dir', own?.dir)}
          options={(['ltr', 'rtl'] as const).map((dir) => ({
            value: dir,
            label: t(`campaigns.sheet.${dir}`),
          }))}
        />
        {(['headline', 'line', 'call'] as const).map((unit) => (
          <TextField
            key={unit}
            {...{ view, errors, name: unit, label: t(`campaigns.unit.${unit}`), hint: hint(unit) }}
            value={text(unit, own?.texts[unit])}
          />
        ))}
        <TextArea
          {...{ view, errors, name: 'body', label: t('campaigns.unit.body') }}
          value={text('body', own?.texts.body)}
        />
        <Button>{t('ui.continue')}</Button>
      </Form>
    </DeskFrame>
  );
}
