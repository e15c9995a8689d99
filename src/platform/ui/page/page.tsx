// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { Blank } from '../blank/blank.tsx';
import { type Back, BackButton } from '../button/button.tsx';
import { ErrorSummary } from '../error-summary/error-summary.tsx';
import type { FieldErrors, View } from '../view.ts';
import { Banner } from './banner.tsx';
import { Footer } from './footer.tsx';
import { HeadContext, useIsland } from './head.ts';
import { Header } from './header.tsx';
import { HelpBlock } from './help-block.tsx';
import { LeaveBar, LeaveFirst } from './leave.tsx';

export interface PageProps {
  view: View;
  /** The heading, and the first half of the document's title: it describes the page and holds no word of harm. */
  title: string;
  /** `field` when a label or legend on the page is the h1; `hidden` for a heading that only screen readers need. */
  heading?: 'shown' | 'hidden' | 'field';
  /** A short line above the heading, such as "Question 2 of about 6". */
  caption?: ComponentChildren;
  back?: Back;
  errors?: FieldErrors;
  /** The id of the page's main form: its Back and language buttons send what was typed along. */
  form?: string;
  /** Tables and dashboards use the whole width; the help block goes below. */
  wide?: boolean;
  /** The Leave button; report and family pages have it unless told otherwise. */
  leave?: boolean;
  /** Navigation under the header, e.g. {@link DeskNav}. */
  nav?: ComponentChildren;
  /** What stands between the heading and the edge, e.g. an action or a status of the whole page. */
  aside?: ComponentChildren;
  children?: ComponentChildren;
}

const LEAVING = new Set(['report', 'family']);
const HELPING = new Set(['public', 'report', 'family']);

/** The frame of every page. Its order never changes (WCAG 3.2.3, 3.2.6). */
export function Page(props: PageProps) {
  const {
    view,
    title,
    heading = 'shown',
    caption,
    back,
    errors = [],
    form,
    wide = false,
    nav,
    children,
  } = props;
  const leave = props.leave ?? LEAVING.has(view.area);
  useHead(title, errors.length > 0);
  useIsland(leave ? 'page' : null);
  useIsland(view.area === 'desk' ? 'desk' : null);
  return (
    <>
      {form ? <DefaultButton form={form} /> : null}
      <a class="skip" href="#main">
        {view.t('ui.skip')}
      </a>
      {leave ? <LeaveFirst view={view} /> : null}
      <Header view={view} form={form} leave={leave} />
      {leave ? <LeaveBar view={view} /> : null}
      {nav}
      <Banner view={view} />
      <div class={wide ? 'frame frame-wide' : 'frame'}>
        <main id="main" tabIndex={-1}>
          {back ? <BackButton view={view} back={back} /> : null}
          {caption ? <p class="caption">{caption}</p> : null}
          <ErrorSummary view={view} errors={errors} />
          {heading === 'field' ? null : <h1 class={heading === 'hidden' ? 'vh' : undefined}>{title}</h1>}
          {props.aside}
          {children}
        </main>
        {HELPING.has(view.area) ? <HelpBlock view={view} /> : null}
      </div>
      <Footer view={view} />
      {view.area === 'desk' ? <Blank view={view} /> : null}
    </>
  );
}

function useHead(title: string, wrong: boolean): void {
  const head = useContext(HeadContext);
  if (head === null) return;
  head.title = title;
  head.wrong = wrong;
}

/**
 * Enter presses the first button of a form in document order. The language and Back buttons come before the form's own, so
 * this one comes before them all.
 */
function DefaultButton({ form }: { form: string }) {
  return <button class="vh" type="submit" form={form} tabIndex={-1} aria-hidden="true" />;
}
