// SPDX-License-Identifier: EUPL-1.2
import { Button, ButtonRow, LinkButton } from '../button/button.tsx';
import { Checkbox, Checkboxes } from '../checkboxes/checkboxes.tsx';
import { FileField } from '../file-field/file-field.tsx';
import { Form } from '../form/form.tsx';
import { Section } from '../layout/layout.tsx';
import { Radios } from '../radios/radios.tsx';
import { Summary } from '../summary/summary.tsx';
import { TextArea } from '../text-area/text-area.tsx';
import { Select, TextField } from '../text-field/text-field.tsx';
import type { View } from '../view.ts';
import type { Samples } from './samples.ts';

/** What pages ask. */
export function FormParts({ view, words }: { view: View; words: Samples }) {
  const errors = [{ field: 'dev-wrong', message: 'ui.error.general' as const }];
  const yesNo = [
    { value: 'yes', label: words.yes },
    { value: 'no', label: words.no },
  ];
  return (
    <Section title={words.question}>
      <Form view={view} action="#" id="dev">
        <Radios
          view={view}
          name="dev-what"
          legend={words.question}
          hint={words.hint}
          options={words.choices}
          value="tricked"
        />
        <Radios view={view} name="dev-short" legend={words.more} options={yesNo} inline optional />
        <Checkboxes
          view={view}
          name="dev-many[]"
          legend={words.can}
          options={words.choices}
          values={['mean']}
        />
        <TextField
          view={view}
          name="dev-wrong"
          label={words.where}
          hint={words.hint}
          errors={errors}
          value="https://chat.example/room?1"
        />
        <Checkbox view={view} name="dev-unknown" label={words.states[0]} />
        <TextField
          view={view}
          name="dev-code"
          label={words.panel}
          width="code"
          inputMode="numeric"
          ltr
          value="4821 0937"
        />
        <Select
          view={view}
          name="dev-kind"
          label={words.columns[1]}
          options={words.kinds.map((label) => ({ value: label, label }))}
        />
        <FileField view={view} name="dev-file" label={words.where} accept=".pdf" />
        <TextArea
          view={view}
          name="dev-more"
          label={words.more}
          optional
          limit={2000}
          rows={4}
          value={words.talk[0]}
        />
        <Summary
          view={view}
          rows={[
            { label: words.question, value: words.choices[0]?.label, change: { go: 'what' } },
            { label: words.where, value: <bdi dir="ltr">chat.example</bdi>, change: { href: '#dev-wrong' } },
            { label: words.more, value: null, change: { go: 'more' } },
          ]}
        />
        <Buttons view={view} words={words} />
      </Form>
    </Section>
  );
}

function Buttons({ view, words }: { view: View; words: Samples }) {
  return (
    <ButtonRow>
      <Button view={view} icon="send">
        {words.send}
      </Button>
      <LinkButton href="#dev" kind="secondary">
        {words.later}
      </LinkButton>
      <Button kind="danger" name="go" value="delete" view={view} icon="trash-2">
        {words.remove}
      </Button>
      <Button kind="quiet">{words.no}</Button>
    </ButtonRow>
  );
}
