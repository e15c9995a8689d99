// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import { type Actor, holds } from '#platform/ctx';
import { formatDate, formatNumber } from '#platform/i18n';
import type { FullRecord } from '#platform/records';
import {
  Button,
  Empty,
  Form,
  LinkButton,
  Page,
  pathIn,
  Section,
  Table,
  Typed,
  type View,
} from '#platform/ui';
import { MAKERS } from '../rights.ts';
import { pagePath, titleOf } from '../said.ts';
import type { Way } from '../words.ts';

interface Offer {
  id: string;
  record: number;
  organisation: string;
  way: Way;
  words: string;
}

interface DeskProps {
  view: View;
  actor: Actor;
  campaigns: readonly FullRecord[];
  themes: readonly FullRecord[];
  kits: readonly { id: string; campaign: number; made_on: string }[];
  waiting: readonly Offer[];
  packs: number;
  titles: ReadonlyMap<number, string>;
}

/** Where campaigners, librarians, the secretariat and members begin: kits, offers to help, and kits by post. */
export function DeskPage(props: DeskProps) {
  const { view, actor, campaigns, themes, kits, titles } = props;
  const { t } = view;
  const makes = holds(actor, ...MAKERS);
  return (
    <Page view={view} title={t('campaigns.desk.title')} nav={deskNav(view, actor, 'campaigns')} wide>
      {makes ? <Making view={view} packs={props.packs} /> : null}
      <Section title={t('campaigns.desk.campaigns')}>
        {campaigns.length === 0 ? <Empty view={view} title={t('campaigns.home.none')} /> : null}
        {campaigns.length === 0 ? null : <Campaigns view={view} campaigns={campaigns} />}
      </Section>
      {themes.length === 0 ? null : (
        <Section title={t('campaigns.desk.themes')} id="themes">
          <ul class="campaigns-list">
            {themes.map((theme) => (
              <li key={theme.id}>
                <a href={pagePath(view, theme)}>{titleOf(theme, view.lang)}</a>{' '}
                <a href={pathIn(view, `/desk/campaigns/support/${theme.id}`)}>
                  {t('campaigns.desk.take-up')}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {makes && props.waiting.length > 0 ? (
        <Waiting view={view} waiting={props.waiting} titles={titles} />
      ) : null}
      {kits.length === 0 ? null : (
        <Section title={t('campaigns.desk.kits')} id="kits">
          <ul>
            {kits.map((kit) => (
              <li key={kit.id}>
                <a href={pathIn(view, `/desk/campaigns/kits/${kit.id}/files`)}>
                  <Typed>{titles.get(kit.campaign) ?? String(kit.campaign)}</Typed>
                </a>{' '}
                {formatDate(new Date(`${kit.made_on}T00:00:00Z`), { lang: view.lang, timeZone: 'UTC' })}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

function Making({ view, packs }: { view: View; packs: number }) {
  const { t } = view;
  return (
    <p class="btn-row">
      <LinkButton view={view} icon="mail" kind="secondary" href={pathIn(view, '/desk/campaigns/packs')}>
        {t('campaigns.desk.packs', { n: packs, shown: formatNumber(packs, view) })}
      </LinkButton>
      {(['campaign', 'observance', 'theme', 'kit-text', 'activity-report'] as const).map((kind) => (
        <LinkButton key={kind} kind="quiet" href={pathIn(view, `/desk/records/${kind}`)}>
          {t(`campaigns.kinds.${kind}`)}
        </LinkButton>
      ))}
    </p>
  );
}

function Campaigns({ view, campaigns }: { view: View; campaigns: readonly FullRecord[] }) {
  const { t } = view;
  return (
    <Table
      view={view}
      id="campaigns-table"
      caption={t('campaigns.desk.campaigns')}
      captionHidden
      columns={[{ label: t('campaigns.kind.campaign'), head: true }, { label: t('campaigns.desk.do') }]}
      rows={campaigns.map((one) => [
        <a key="name" href={pagePath(view, one)}>
          {titleOf(one, view.lang)}
        </a>,
        <div key="do" class="btn-row">
          <Form view={view} action={pathIn(view, `/desk/campaigns/fill/${one.id}`)}>
            <Button kind="secondary" view={view} icon="printer">
              {t('campaigns.desk.fill')}
            </Button>
          </Form>
          <LinkButton kind="quiet" href={pathIn(view, `/desk/campaigns/support/${one.id}`)}>
            {t('campaigns.desk.support')}
          </LinkButton>
          <LinkButton kind="quiet" href={pathIn(view, `/desk/campaigns/activity/${one.id}`)}>
            {t('campaigns.desk.report')}
          </LinkButton>
        </div>,
      ])}
    />
  );
}

function Waiting({
  view,
  waiting,
  titles,
}: {
  view: View;
  waiting: readonly Offer[];
  titles: DeskProps['titles'];
}) {
  const { t } = view;
  return (
    <Section title={t('campaigns.desk.waiting')} id="waiting">
      <ul class="campaigns-list">
        {waiting.map((offer) => (
          <li key={offer.id}>
            <p>
              <Typed>{offer.organisation}</Typed> ·{' '}
              <Typed>{titles.get(offer.record) ?? String(offer.record)}</Typed> ·{' '}
              {t(`campaigns.support.${offer.way}`)}
            </p>
            <p>
              <Typed>{offer.words}</Typed>
            </p>
            <Form view={view} action={pathIn(view, `/desk/campaigns/supports/${offer.id}`)}>
              <div class="btn-row">
                <Button kind="secondary" name="state" value="shown">
                  {t('campaigns.desk.let-through')}
                </Button>
                <Button kind="quiet" name="state" value="ended">
                  {t('campaigns.desk.not-shown')}
                </Button>
              </div>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
