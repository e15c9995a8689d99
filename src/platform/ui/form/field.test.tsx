// SPDX-License-Identifier: EUPL-1.2
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Checkboxes } from '../checkboxes/checkboxes.tsx';
import { Code } from '../code/code.tsx';
import { sampleView } from '../dev/sample-view.ts';
import { Summary } from '../summary/summary.tsx';
import { TextArea } from '../text-area/text-area.tsx';
import { TextField } from '../text-field/text-field.tsx';
import { Thread } from '../thread/thread.tsx';

const view = sampleView();
const errors = [{ field: 'where', message: 'ui.error.general' as const }];

describe('a field', () => {
  it('is described by its hint and its error, and keeps what was typed', () => {
    const html = renderToString(
      <TextField
        view={view}
        name="where"
        label="Where?"
        hint="A link helps."
        errors={errors}
        value="chat.example"
      />,
    );
    expect(html).toContain('<label class="label" for="where">Where?</label>');
    expect(html).toContain('aria-describedby="where-hint where-error"');
    expect(html).toContain('value="chat.example"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).not.toMatch(/\srequired|\*</);
  });

  it('has no error where another field has one', () => {
    const html = renderToString(<TextField view={view} name="who" label="Who?" errors={errors} />);
    expect(html).not.toMatch(/aria-invalid|aria-describedby|field-error/);
  });

  it('gives the first choice of a group the id that the summary links to', () => {
    const options = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ];
    const html = renderToString(
      <Checkboxes
        view={view}
        name="where[]"
        legend="Where?"
        options={options}
        values={['b']}
        errors={errors}
      />,
    );
    expect(html).toMatch(/id="where" name="where\[\]" value="a"(?! checked)/);
    expect(html).toMatch(/id="where-2" name="where\[\]" value="b" checked/);
    expect(html).toContain('id="where-error"');
  });

  it('takes words of either direction, and codes from left to right', () => {
    expect(renderToString(<TextArea view={view} name="more" label="More" />)).toContain('dir="auto"');
    expect(renderToString(<TextField view={view} name="c" label="Code" ltr />)).toContain('dir="ltr"');
  });
});

describe('what is shown', () => {
  it('is a code in fours, whatever stands between its digits', () => {
    const html = renderToString(<Code view={view} code="4821-0937 55601186" />);
    expect(html).toContain('dir="ltr" data-code="4821 0937 5560 1186"');
    expect(html).toContain('<span>4821 </span>');
  });

  it('is never a link when somebody typed it', () => {
    const message = {
      id: '1',
      mine: false,
      from: 'Linden',
      at: 'Monday',
      text: 'see https://chat.example/<b>',
    };
    const html = renderToString(<Thread view={view} messages={[message]} />);
    expect(html).not.toContain('<a ');
    expect(html).toContain('&lt;b>');
  });

  it('is said to be missing when an answer was skipped', () => {
    const html = renderToString(
      <Summary view={view} rows={[{ label: 'More', value: '', change: { go: 'more' } }]} />,
    );
    expect(html).toContain('Not given');
    expect(html).toContain('Change<span class="vh">: More</span>');
  });
});
