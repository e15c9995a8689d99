// SPDX-License-Identifier: EUPL-1.2
import { Panel, type View } from '#platform/ui';

/** Tells staff that set-up leaves this room to others, and to whom; nothing while it is open. */
export function RoomOff({ view, room }: { view: View; room: string }) {
  const off = view.site.offRooms.find((one) => one.room === room);
  if (off === undefined) return null;
  return <Panel view={view} kind="warn" title={view.t('records.home.off', { who: off.name })} />;
}
