// SPDX-License-Identifier: EUPL-1.2
import { LinkButton, Page, type View } from '#platform/ui';

/** Stands in for every public page of a room that this country leaves to others: who does it, and where. */
export function OffPage({ view, room }: { view: View; room: string }) {
  const off = view.site.offRooms.find((one) => one.room === room);
  return (
    <Page view={view} title={view.t('app.home.off')}>
      <p>{off?.name ?? ''}</p>
      {off?.url ? <LinkButton href={off.url}>{off.name}</LinkButton> : null}
    </Page>
  );
}
