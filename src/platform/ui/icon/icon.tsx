// SPDX-License-Identifier: EUPL-1.2
import { assetPath, type View } from '../view.ts';
import { type IconName, MIRRORED } from './names.ts';

/** A drawing beside its words; it says nothing by itself and is hidden from screen readers. */
export function Icon({ view, name, class: extra }: { view: View; name: IconName; class?: string }) {
  const classes = ['icon', MIRRORED.has(name) ? 'icon-mirror' : '', extra ?? ''].filter(Boolean).join(' ');
  return (
    <svg class={classes} aria-hidden="true" focusable="false">
      <use href={`${assetPath(view.assets.icons)}#${name}`} />
    </svg>
  );
}
