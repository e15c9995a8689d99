// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { formatDate } from '#platform/i18n';
import {
  Button,
  ButtonRow,
  Empty,
  Form,
  Page,
  pathIn,
  Status,
  Table,
  type Tone,
  Typed,
  type View,
} from '#platform/ui';
import type { PackLine } from '../queries/packs.ts';
import type { PackState } from '../words.ts';
import { EditionName } from './kit-page.tsx';

interface PacksProps {
  view: View;
  actor: Actor;
  packs: readonly PackLine[];
  titles: ReadonlyMap<number, string>;
}

const TONES: Readonly<Record<PackState, Tone>> = {
  requested: 'warn',
  packed: 'info',
  sent: 'ok',
  refused: 'neutral',
};
const NEXT: Readonly<Record<PackState, readonly PackState[]>> = {
  requested: ['packed', 'refused'],
  packed: ['sent', 'requested'],
  sent: [],
  refused: [],
};

/** Kits that people wait for by post, with where they go. */
export function PacksPage({ view, actor, packs, titles }: PacksProps) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={t('campaigns.packs.title')}
      nav={deskNav(view, actor, 'campaigns')}
      back={{ href: pathIn(view, '/desk/campaigns'), label: t('campaigns.desk.title') }}
      wide
    >
      {packs.length === 0 ? <Empty view={view} title={t('campaigns.packs.none')} /> : null}
      {packs.length === 0 ? null : (
        <Table
          view={view}
          id="packs"
          caption={t('campaigns.packs.title')}
          captionHidden
          columns={[
            { label: t('campaigns.packs.to'), head: true },
            { label: t('campaigns.packs.what') },
            { label: t('campaigns.packs.asked') },
            { label: t('campaigns.packs.state') },
            { label: t('campaigns.packs.next') },
          ]}
          rows={packs.map((pack) => [
            <To key="to" view={view} pack={pack} />,
            <span key="what">
              <Typed>{titles.get(pack.campaign ?? 0) ?? t('campaigns.packs.any')}</Typed>
              {' · '}
              <EditionName view={view} code={pack.lang} />
              {pack.campaign === null ? null : (
                <>
                  {' · '}
                  <a href={pathIn(view, `/desk/campaigns/stick/${pack.campaign}`)}>
                    {t('campaigns.packs.stick')}
                  </a>
                </>
              )}
            </span>,
            day(view, pack.askedOn),
            <Status key="state" tone={TONES[pack.state]}>
              {t(`campaigns.packs.${pack.state}`)} · {day(view, pack.movedOn)}
            </Status>,
            <Moves key="moves" view={view} pack={pack} />,
          ])}
        />
      )}
    </Page>
  );
}

const day = (view: View, on: string) =>
  formatDate(new Date(`${on}T00:00:00Z`), { lang: view.lang, timeZone: 'UTC' });

function To({ view, pack: { address } }: { view: View; pack: PackLine }) {
  if (address === null) return <span class="quiet">{view.t('campaigns.packs.gone')}</span>;
  return (
    <address>
      <Typed>{address.name}</Typed>
      {address.address.split('\n').map((line) => (
        <>
          <br />
          <Typed>{line}</Typed>
        </>
      ))}
    </address>
  );
}

function Moves({ view, pack }: { view: View; pack: PackLine }) {
  const states = NEXT[pack.state];
  if (states.length === 0) return null;
  return (
    <Form view={view} action={pathIn(view, `/desk/campaigns/packs/${pack.id}`)}>
      <ButtonRow>
        {states.map((state) => (
          <Button key={state} kind="secondary" name="state" value={state}>
            {view.t(`campaigns.packs.do-${state}`)}
          </Button>
        ))}
      </ButtonRow>
    </Form>
  );
}
