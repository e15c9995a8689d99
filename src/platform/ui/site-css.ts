// SPDX-License-Identifier: EUPL-1.2
import { contrast, isHex } from './contrast.ts';
import type { Colours } from './view.ts';

export type ColourProblem = 'brand-format' | 'brand-contrast' | 'brand-dark-format' | 'brand-dark-contrast';

/** The least WCAG 2.2 allows between text and what is behind it. */
const LEAST = 4.5;

const LIGHT = { papers: ['#faf8f3', '#ffffff'], texts: ['#ffffff', '#17231f'] };
const DARK = { papers: ['#0f1614', '#18211e'], texts: ['#06231c', '#ffffff'] };

/** Why these colours cannot be used; empty when they can. Both are read as text on paper and as a button behind text. */
export function colourProblems(colours: Colours): ColourProblem[] {
  const problems: ColourProblem[] = [];
  if (!isHex(colours.brand)) problems.push('brand-format');
  else if (!stands(colours.brand, LIGHT)) problems.push('brand-contrast');
  if (!isHex(colours.brandDark)) problems.push('brand-dark-format');
  else if (!stands(colours.brandDark, DARK)) problems.push('brand-dark-contrast');
  return problems;
}

/**
 * The style sheet that carries an installation's colours, because a page holds no inline style. The server answers it
 * at {@link siteCssPath}; pages link it after the common sheet. Throws a RangeError for colours that are no colours or
 * too faint: ask {@link colourProblems} when somebody types them.
 */
export function siteCss(colours: Colours): string {
  const problems = colourProblems(colours);
  if (problems.length > 0) throw new RangeError(`colours refused: ${problems.join(', ')}`);
  const light = `:root{--brand:${colours.brand};--on-brand:${textOn(colours.brand, LIGHT)}}`;
  const dark = `:root{--brand:${colours.brandDark};--on-brand:${textOn(colours.brandDark, DARK)}}`;
  return `${light}@media screen and (prefers-color-scheme:dark){${dark}}\n`;
}

/** Where the sheet is: the colours are in the address, so it can be kept for ever and changes when they do. */
export function siteCssPath(colours: Colours): string {
  return `/site.css?c=${colours.brand.slice(1)}-${colours.brandDark.slice(1)}`;
}

type Theme = { papers: string[]; texts: string[] };

function stands(colour: string, theme: Theme): boolean {
  const onPaper = theme.papers.every((paper) => contrast(colour, paper) >= LEAST);
  return onPaper && theme.texts.some((text) => contrast(text, colour) >= LEAST);
}

function textOn(colour: string, theme: Theme): string {
  return theme.texts.find((text) => contrast(text, colour) >= LEAST) ?? '#ffffff';
}
