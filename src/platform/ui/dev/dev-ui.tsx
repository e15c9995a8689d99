// SPDX-License-Identifier: EUPL-1.2
import { Page } from '../page/page.tsx';
import type { View } from '../view.ts';

/** Every component on one page, for the people who build Rowan. */
export function DevUi({ view }: { view: View }) {
  return <Page view={view} title="UI" wide />;
}
