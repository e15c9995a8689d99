// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { sampleView } from '../dev/sample-view.ts';
import type { SiteView } from '../view.ts';
import { Page } from './page.tsx';
import { renderPage } from './render.tsx';

function shown(site: Partial<SiteView>, area: 'public' | 'desk' = 'public'): string {
  const view = sampleView('en', { site, area });
  return renderPage(view, <Page view={view} title="Start" />);
}

describe('help numbers', () => {
  it('can be dialled in a real installation, and read from left to right', () => {
    const html = shown({ kind: 'real' });
    expect(html).toContain('<a class="help-way" href="tel:0011">Call <bdi dir="ltr">00 11</bdi></a>');
    expect(html.indexOf('tel:000')).toBeLessThan(html.indexOf('tel:0011'));
  });

  it('are example numbers without digits or links in a demonstration and a rehearsal (H11)', () => {
    for (const kind of ['demo', 'rehearsal'] as const) {
      const html = shown({ kind });
      expect(html).not.toMatch(/tel:|sms:|00 11/);
      expect(html).toContain('Example number');
    }
  });

  it('say what to do where none are set', () => {
    expect(shown({ numbers: [], emergency: null })).toContain('Tell an adult you trust');
  });
});

describe('a page that nobody reads', () => {
  it('says so on every page and asks not to be found (H12)', () => {
    expect(shown({ kind: 'demo' })).toContain('Demonstration. Nobody reads this.');
    expect(shown({ kind: 'rehearsal' })).toContain('Rehearsal.');
    expect(shown({ kind: 'real', complete: false })).toContain('Nobody reads this.');
    for (const site of [{ kind: 'demo' }, { kind: 'rehearsal' }, { complete: false }] as const) {
      expect(shown(site)).toContain('<meta name="robots" content="noindex, nofollow"/>');
      expect(shown(site, 'desk')).toContain('class="banner"');
    }
  });

  it('has no banner once a real installation is complete', () => {
    expect(shown({})).not.toMatch(/class="banner"|noindex/);
  });
});
