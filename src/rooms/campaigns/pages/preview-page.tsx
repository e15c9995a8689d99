// SPDX-License-Identifier: EUPL-1.2
import { formatNumber } from '#platform/i18n';
import { LinkButton, pathIn, Section, Status, type View } from '#platform/ui';
import { fileName } from '../print/kit-zip.ts';
import type { PieceName, Unit } from '../print/pieces.ts';
import type { Check } from '../print/print-check.ts';
import type { Fit } from '../print/sheet.ts';
import { DeskFrame } from './desk-frame.tsx';
import { type FillProps, fillFrame, fillPath } from './fill-pages.tsx';
import { EditionName, editionWords } from './kit-page.tsx';

export interface PreviewPiece {
  piece: PieceName;
  sides: readonly number[];
  fits: readonly Fit[];
  checks: readonly Check[];
}

interface PreviewProps extends FillProps {
  code: string;
  codes: readonly string[];
  pieces: readonly PreviewPiece[];
}

/** C5 and C6: how it looks in one language, whether the words fit, and what a printer would say. */
export function PreviewPage(props: PreviewProps) {
  const { view, draft, code, codes, pieces } = props;
  const { t } = view;
  return (
    <DeskFrame {...fillFrame(props, 'preview', 'facts')} wide>
      <ul class="campaigns-editions">
        {codes.map((one) => (
          <li key={one}>
            <a
              href={`${fillPath(view, draft.id, 'preview')}?edition=${one}`}
              aria-current={one === code ? 'true' : undefined}
            >
              <EditionName view={view} code={one} />
            </a>
          </li>
        ))}
      </ul>
      {pieces.map((one) => (
        <OnePiece key={one.piece} view={view} kit={draft.id} code={code} shown={one} />
      ))}
      <LinkButton href={fillPath(view, draft.id, 'files')}>{t('ui.continue')}</LinkButton>
    </DeskFrame>
  );
}

interface OneProps {
  view: View;
  kit: string;
  code: string;
  shown: PreviewPiece;
}

function OnePiece({ view, kit, code, shown }: OneProps) {
  const { t } = view;
  const name = t(`campaigns.piece.${shown.piece}`);
  return (
    <Section title={name} id={shown.piece}>
      <div class="campaigns-kit">
        <div class="campaigns-looks">
          {shown.sides.map((side) => (
            <img
              key={side}
              class="campaigns-look"
              src={pathIn(
                view,
                `/desk/campaigns/kits/${kit}/files/${fileName(shown.piece, code, { format: 'webp', side })}`,
              )}
              alt={t('campaigns.preview.alt', { piece: name, language: editionWords(view, code) })}
            />
          ))}
        </div>
        <div>
          <ul>
            {shown.fits.map((fit, at) => (
              <li key={at}>
                <FitWords view={view} fit={fit} code={code} />
              </li>
            ))}
          </ul>
          <ul>
            {shown.checks.map((check) => (
              <li key={check.name}>
                <Status tone={check.good ? 'ok' : 'danger'}>
                  {t(`campaigns.check.${check.name}`, {
                    good: check.good ? 'yes' : 'no',
                    found: check.found === null ? '' : formatNumber(check.found, view),
                  })}
                </Status>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Section>
  );
}

/** "The Russian headline is 2 lines; the design allows 2." */
function FitWords({ view, fit, code }: { view: View; fit: Fit; code: string }) {
  const { t } = view;
  const words = {
    language: editionWords(view, code),
    box: t(`campaigns.unit.${fit.id as Unit}`),
    lines: fit.lines,
    allowed: fit.allowed,
  };
  const said = fit.allowed === 0 ? t('campaigns.fit.words', words) : t('campaigns.fit.lines', words);
  return (
    <Status tone={fit.fits ? 'ok' : 'danger'}>
      {said} {fit.fits ? null : t(fit.wide ? 'campaigns.fit.wide' : 'campaigns.fit.not')}
      {fit.fits && fit.scale < 1
        ? t('campaigns.fit.smaller', { percent: Math.round(fit.scale * 100) })
        : null}
    </Status>
  );
}
