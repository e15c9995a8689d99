// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { type FieldErrors, Page, pathIn, type View } from '#platform/ui';

interface FrameProps {
  view: View;
  actor: Actor;
  title: string;
  caption?: string;
  errors?: FieldErrors;
  back?: { href: string; label?: string };
  wide?: boolean;
  children: ComponentChildren;
}

/** A page of this room at the desk. */
export function DeskFrame({ view, actor, errors, back, wide = false, ...rest }: FrameProps) {
  return (
    <Page
      view={view}
      title={rest.title}
      caption={rest.caption}
      nav={deskNav(view, actor, 'campaigns')}
      errors={errors ?? []}
      back={back ?? { href: pathIn(view, '/desk/campaigns'), label: view.t('campaigns.desk.title') }}
      wide={wide}
    >
      {rest.children}
    </Page>
  );
}
