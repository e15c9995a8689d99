// SPDX-License-Identifier: EUPL-1.2
// The files of docs/privacy are the same documents in English, for the default set-up. `vitest -u` on this file writes them anew.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { translator } from '../../../platform/i18n/index.ts';
import { installationDoc } from '../../../platform/setup/installation.ts';
import { accessibilityStatement } from './accessibility.ts';
import { impactAssessment } from './assessment.ts';
import { type Block, type Document, factsOf, sectionsOf, type Write } from './document.ts';
import { adultNotice, childrenNotice, youngNotice } from './notices.ts';
import { processingRegister } from './register.ts';

const folder = join(import.meta.dirname, '../../../../docs/privacy');
const site = { ...installationDoc.parse({}), kind: 'real' as const };
const t = translator('en');

const files: [string, Write][] = [
  ['children.md', childrenNotice],
  ['young.md', youngNotice],
  ['adults.md', adultNotice],
  ['accessibility.md', accessibilityStatement],
  ['register.md', processingRegister],
  ['assessment.md', impactAssessment],
];

function markdown(document: Document): string {
  const sections = sectionsOf(document, site).map(
    ({ title, blocks }) => `## ${title}\n\n${blocks.map(blockOf).join('\n\n')}`,
  );
  return `${[`# ${document.title}`, document.lead, ...sections].join('\n\n')}\n`;
}

function blockOf(block: Block): string {
  if (typeof block === 'string') return block;
  if ('list' in block) return block.list.map((item) => `- ${item}`).join('\n');
  if ('rows' in block) return block.rows.map(([label, value]) => `- **${label}**: ${value}`).join('\n');
  if ('places' in block) return `${block.label}: ${block.places.map((place) => `\`${place}\``).join(', ')}`;
  return `${block.words} (${block.to})`;
}

const sentences = (document: Document): string[] =>
  [
    document.title,
    document.lead,
    ...document.sections.flatMap(({ title, blocks }) => [title, ...blocks.map(blockOf)]),
  ]
    .join('\n')
    .replaceAll(/^- /gm, '')
    .split(/(?<=[.?:])\s+|\n/)
    .filter((sentence) => sentence !== '');

describe('the documents of this place', () => {
  it.each(files)('say in docs/privacy/%s what the page says', async (name, write) => {
    await expect(markdown(write(t, factsOf(site, 'en')))).toMatchFileSnapshot(join(folder, name));
  });

  it('leave out what others do in this country', () => {
    const off = { who: { en: 'Example helpline' }, link: '' };
    const facts = factsOf({ ...site, off: { guard: off } }, 'en');
    const titles = sectionsOf(processingRegister(t, facts), facts).map(({ title }) => title);
    expect(titles).not.toContain('Protection at home');
    expect(titles).toContain('Reports and cases');
  });

  it('speak to children in short sentences, without a word of blame or begging', () => {
    const facts = factsOf({ ...site, contact: 'ask@example.org' }, 'en');
    const lengths = sentences(childrenNotice(t, facts)).map((one) => ({ one, n: one.split(/\s+/).length }));
    expect(lengths.filter(({ n }) => n > 20)).toEqual([]);
    expect(lengths.reduce((sum, { n }) => sum + n, 0) / lengths.length).toBeLessThanOrEqual(12);
    const words = sentences(childrenNotice(t, facts)).join(' ');
    expect(words).not.toMatch(/\b(please|sorry|forbidden|illegal|invalid|you must|wrong)\b|!/i);
  });
});
