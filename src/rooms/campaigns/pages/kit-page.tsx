// SPDX-License-Identifier: EUPL-1.2
import { isLang, languages } from '#platform/i18n';
import { Lead, LinkButton, Page, Panel, pathIn, Section, Table, type View } from '#platform/ui';
import { type Kit, piecesOf } from '../kit.ts';
import { DESIGNS } from '../print/designs.ts';
import type { EditionCode } from '../print/edition.ts';
import { fileName, formatsOf, sidesOf } from '../print/kit-zip.ts';
import type { PieceName } from '../print/pieces.ts';
import { pagePath, titleOf } from '../said.ts';

interface KitProps {
  view: View;
  kit: Kit;
  code: EditionCode;
  codes: readonly EditionCode[];
}

/** A kit to take: every piece in one language, or blank for any other. */
export function KitPage({ view, kit, code, codes }: KitProps) {
  const { t } = view;
  const { campaign } = kit;
  const base = pathIn(view, `/campaigns/kit/${campaign.id}`);
  const spoken = Object.keys(kit.texts).length > 0;
  return (
    <Page
      view={view}
      title={t('campaigns.kit.title')}
      back={{ href: pagePath(view, campaign), label: titleOf(campaign, view.lang) }}
    >
      <Lead>{t('campaigns.kit.lead')}</Lead>
      {spoken ? null : <Panel view={view} title={t('campaigns.kit.no-words')} />}
      <Section title={t('campaigns.kit.language')}>
        <ul class="campaigns-editions">
          {codes.map((one) => (
            <li key={one}>
              <a href={`${base}?edition=${one}`} aria-current={one === code ? 'true' : undefined}>
                <EditionName view={view} code={one} />
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('campaigns.kit.pieces')}>
        {isLang(code) ? null : <p>{t('campaigns.kit.blank')}</p>}
        <div class="campaigns-kit">
          <img
            class="campaigns-look"
            src={`${base}/${fileName('poster-a4', code, { format: 'webp' })}`}
            width="180"
            height="253"
            alt={t('campaigns.kit.look')}
            loading="lazy"
          />
          <Pieces view={view} base={base} code={code} pieces={piecesOf(kit, code)} />
        </div>
        <LinkButton view={view} icon="download" href={`${base}/kit-${code}.zip`}>
          {t('campaigns.kit.zip')}
        </LinkButton>
      </Section>
      <ForTranslators view={view} base={base} spoken={spoken} />
      <Section title={t('campaigns.kit.more')}>
        <p>
          <a href={`${pathIn(view, '/campaigns/pack')}?campaign=${campaign.id}`}>
            {t('campaigns.kit.by-post')}
          </a>
        </p>
        <p>
          <a href={pathIn(view, '/desk/campaigns')}>{t('campaigns.kit.fill')}</a>
        </p>
      </Section>
    </Page>
  );
}

export function EditionName({ view, code }: { view: View; code: string }) {
  if (isLang(code)) return <bdi lang={code}>{languages[code].name}</bdi>;
  return view.t(`campaigns.edition.${code as 'blank-ltr' | 'blank-rtl' | 'own'}`);
}

/** What an edition is called in a sentence. */
export function editionWords(view: View, code: string): string {
  if (isLang(code)) return languages[code].name;
  return view.t(`campaigns.edition.${code as 'blank-ltr' | 'blank-rtl' | 'own'}`);
}

interface PiecesProps {
  view: View;
  base: string;
  code: string;
  pieces: readonly PieceName[];
}

/** One row a piece, with a link for each kind of file. */
export function Pieces({ view, base, code, pieces }: PiecesProps) {
  const { t } = view;
  return (
    <Table
      view={view}
      id={`pieces-${code}`}
      caption={editionWords(view, code)}
      captionHidden
      columns={[{ label: t('campaigns.kit.piece'), head: true }, { label: t('campaigns.kit.files') }]}
      rows={pieces.map((piece) => [
        t(`campaigns.piece.${piece}`),
        <span key="files" class="campaigns-files">
          {filesOf(piece, code).map((name) => (
            <a key={name} href={`${base}/${name}`}>
              <bdi dir="ltr">{wordsFor(name)}</bdi>
            </a>
          ))}
        </span>,
      ])}
    />
  );
}

function filesOf(piece: PieceName, code: string): string[] {
  return formatsOf(piece).flatMap((format) =>
    (format === 'pdf' ? [0] : sidesOf(piece)).map((side) => fileName(piece, code, { format, side })),
  );
}

// "SVG", and "SVG 2" for the other side.
function wordsFor(name: string): string {
  const [, side, format = ''] = /(-2)?\.(\w+)$/.exec(name) ?? [];
  return `${format.toUpperCase()}${side === undefined ? '' : ' 2'}`;
}

interface TranslatorProps {
  view: View;
  base: string;
  spoken: boolean;
}

function ForTranslators({ view, base, spoken }: TranslatorProps) {
  const { t } = view;
  const drawn = Object.keys(DESIGNS) as PieceName[];
  return (
    <Section title={t('campaigns.kit.translators')}>
      <p>{t('campaigns.kit.translators-what')}</p>
      <ul>
        {drawn.flatMap((piece) =>
          (['ltr', 'rtl'] as const).map((blank) => (
            <li key={`${piece}-${blank}`}>
              <a href={`${base}/sheet-${piece}-${blank}.pdf`}>
                {t('campaigns.kit.sheet', {
                  piece: t(`campaigns.piece.${piece}`),
                  way: t(`campaigns.sheet.${blank}`),
                })}
              </a>
            </li>
          )),
        )}
        {spoken ? (
          <li>
            <a href={`${base}/texts.txt`}>{t('campaigns.kit.texts')}</a>
          </li>
        ) : null}
      </ul>
    </Section>
  );
}
