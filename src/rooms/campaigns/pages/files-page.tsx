// SPDX-License-Identifier: EUPL-1.2
import { Lead, LinkButton, pathIn, Section } from '#platform/ui';
import { filledPieces } from '../kit.ts';
import { DeskFrame } from './desk-frame.tsx';
import { type FillProps, fillFrame, fillPath } from './fill-pages.tsx';
import { EditionName, Pieces } from './kit-page.tsx';

interface FilesProps extends FillProps {
  codes: readonly string[];
}

/** C7 and C8: take it, and tell afterwards what was done. */
export function FilesPage(props: FilesProps) {
  const { view, draft, kit, codes } = props;
  const { t } = view;
  const base = fillPath(view, draft.id, 'files');
  return (
    <DeskFrame {...fillFrame(props, 'files', 'preview')}>
      <Lead>{t('campaigns.files.lead')}</Lead>
      <LinkButton view={view} icon="download" href={`${base}/kit.zip`}>
        {t('campaigns.kit.zip')}
      </LinkButton>
      {codes.map((code) => (
        <Section key={code} title={<EditionName view={view} code={code} />}>
          <Pieces view={view} base={base} code={code} pieces={filledPieces(props, code)} />
        </Section>
      ))}
      <Section title={t('campaigns.files.after')}>
        <p>
          <a href={pathIn(view, `/desk/campaigns/activity/${kit.campaign.id}`)}>
            {t('campaigns.desk.report')}
          </a>
        </p>
      </Section>
    </DeskFrame>
  );
}
