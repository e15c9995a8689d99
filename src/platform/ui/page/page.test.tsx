// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { LANGS } from '#platform/i18n';
import { DevUi } from '../dev/dev-ui.tsx';
import { sampleView } from '../dev/sample-view.ts';
import { Form } from '../form/form.tsx';
import { Radios } from '../radios/radios.tsx';
import { TextField } from '../text-field/text-field.tsx';
import type { View } from '../view.ts';
import { Page } from './page.tsx';
import { renderPage } from './render.tsx';

const wrong = [{ field: 'what', message: 'ui.error.general' as const }];

function question(view: View, errors: typeof wrong = []): string {
  return renderPage(
    view,
    <Page
      view={view}
      title="What happened?"
      heading="field"
      caption="Question 2"
      back={{ action: '/en/sample', form: 'answers' }}
      errors={errors}
      form="answers"
    >
      <Form view={view} action="/en/sample" id="answers">
        <Radios
          view={view}
          name="what"
          legend="What happened?"
          heading
          errors={errors}
          options={[{ value: 'a', label: 'One' }]}
        />
      </Form>
    </Page>,
  );
}

/** Where each piece begins; -1 is missing. */
const places = (html: string, pieces: string[]) => pieces.map((piece) => html.indexOf(piece));

describe('the frame', () => {
  const view = sampleView('en', { area: 'report', csrf: 'token' });

  it('keeps one order on every page (WCAG 3.2.3, 3.2.6)', () => {
    const at = places(question(view, wrong), [
      'href="#main"',
      'Leave this site now',
      '<header',
      'Get help now',
      'class="languages"',
      'class="leave"',
      '<main',
      'value="back"',
      'Question 2',
      'class="error-summary"',
      '<h1',
      'type="radio"',
      'class="help"',
      '<footer',
    ]);
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });

  it('has one h1, a title that begins with the error, and the focus on the summary without script', () => {
    const html = question(view, wrong);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('<title>Error: What happened? - Rowan</title>');
    expect(html).toMatch(/class="error-summary"[^>]* autofocus/);
    expect(html).toContain('href="#what"');
    expect(question(view)).toContain('<title>What happened? - Rowan</title>');
  });

  it('sends what was typed with Back and with another language, and Enter presses neither', () => {
    const html = question(view);
    expect(html).toMatch(/<button[^>]*name="go" value="back" form="answers"/);
    expect(html).toMatch(/<button[^>]*name="lang" value="fr" form="answers"/);
    const first = html.indexOf('form="answers"');
    expect(html.slice(html.lastIndexOf('<button', first), first)).toMatch(/class="vh" type="submit" $/);
  });

  it('links the same page in other languages where nothing would be lost', () => {
    const html = renderPage(sampleView('lv'), <Page view={sampleView('lv')} title="Sākums" />);
    expect(html).toContain('<a href="/ar/sample" hreflang="ar" lang="ar">العربية</a>');
    expect(html).not.toContain('href="/lv/sample" hreflang="lv" lang="lv"');
  });

  it('carries the token of the session in forms that post, and only there', () => {
    expect(question(view)).toContain('<input type="hidden" name="csrf" value="token"/>');
    expect(question(sampleView('en', { area: 'report' }))).not.toContain('csrf');
  });

  it('offers Leave on report and family pages by a plain link that needs no script', () => {
    expect(question(view)).toMatch(/<a class="leave" href="\/exit"/);
    const family = sampleView('en', { area: 'family' });
    expect(renderPage(family, <Page view={family} title="Rules" />)).toContain('href="/exit"');
    const desk = sampleView('en', { area: 'desk' });
    expect(renderPage(desk, <Page view={desk} title="Queue" />)).not.toContain('href="/exit"');
  });
});

describe('the document', () => {
  it('says its language and direction', () => {
    for (const lang of LANGS) {
      const html = renderPage(sampleView(lang), <Page view={sampleView(lang)} title="x" />);
      expect(html).toMatch(
        new RegExp(`^<!doctype html><html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">`),
      );
    }
  });

  it('holds no inline script, no inline style and no handler, with every component on it', () => {
    for (const lang of ['en', 'ar', 'zh'] as const) {
      const view = sampleView(lang);
      const html = renderPage(view, <DevUi view={view} />);
      expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]* src=)/i);
      expect(html.match(/<h1/g)).toHaveLength(1);
    }
  });

  it('writes typed words as words', () => {
    const view = sampleView();
    const typed = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
    const html = renderPage(
      view,
      <Page view={view} title={typed} caption={typed}>
        <TextField view={view} name="where" label={typed} value={typed} />
      </Page>,
    );
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;script>');
  });

  it('asks for one script at most, and for none where none would help', () => {
    const scripts = (html: string) => html.match(/<script[^>]*>/g) ?? [];
    expect(scripts(question(sampleView('en', { area: 'report' })))).toEqual([
      '<script src="/assets/page.js" defer>',
    ]);
    expect(scripts(renderPage(sampleView(), <Page view={sampleView()} title="x" />))).toEqual([]);
    const desk = sampleView('en', { area: 'desk' });
    expect(scripts(renderPage(desk, <Page view={desk} title="x" leave />))).toEqual([
      '<script src="/assets/desk.js" defer>',
    ]);
  });

  it('brings an installation its colours by a sheet of their own', () => {
    const view = sampleView('en', { site: { colours: { brand: '#7a1f3d', brandDark: '#f2a3bd' } } });
    expect(renderPage(view, <Page view={view} title="x" />)).toContain(
      '<link rel="stylesheet" href="/site.css?c=7a1f3d-f2a3bd"/>',
    );
  });
});
