// SPDX-License-Identifier: EUPL-1.2

import { Icon } from '../icon/icon.tsx';
import { ICONS } from '../icon/names.ts';
import { Section } from '../layout/layout.tsx';
import { Page } from '../page/page.tsx';
import type { View } from '../view.ts';
import { DeskParts } from './desk-parts.tsx';
import { FormParts } from './form-parts.tsx';
import { samplesFor } from './samples.ts';
import { TellingParts } from './telling-parts.tsx';

/** Every component on one page, for the people who build Rowan. Any view will do: all languages, both directions. */
export function DevUi({ view }: { view: View }) {
  const words = samplesFor(view.lang);
  return (
    <Page
      view={view}
      title={words.title}
      caption={words.caption}
      back={{ href: '#main' }}
      errors={[{ field: 'dev-wrong', message: 'ui.error.general' }]}
      leave
    >
      <TellingParts view={view} words={words} />
      <FormParts view={view} words={words} />
      <DeskParts view={view} words={words} />
      <Section title="Icons">
        <ul class="dev-icons">
          {ICONS.map((name) => (
            <li key={name}>
              <Icon view={view} name={name} />
              <small>{name}</small>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
