// SPDX-License-Identifier: EUPL-1.2
import type { MessageKey } from '#platform/i18n';
import { type Lang, languages } from '#platform/i18n';
import { Button, Form, HelpNumbers, Lead, LinkButton, Page, pathIn, Section, type View } from '#platform/ui';
import { REPORT } from '../form/frame.tsx';

export interface ClosedView {
  /** What set-up still lacks, in words. */
  missing: readonly MessageKey[];
  /** Languages whose forms are open. */
  open: readonly Lang[];
  /** The disk is nearly full, or the database is away. */
  full: boolean;
  /** Who does this work here, where the room is switched off. */
  other: { who: string; link: string } | null;
}

/** No form opens before somebody can read it (H6, H10): the numbers first, then why, then where it is open. */
export function ClosedPage({ view, closed }: { view: View; closed: ClosedView }) {
  const { t } = view;
  const elsewhere = closed.open.filter((lang) => lang !== view.lang);
  return (
    <Page view={view} title={t('reports.closed.title')}>
      <Lead>{t('reports.closed.call')}</Lead>
      <HelpNumbers view={view} numbers={view.site.numbers} emergency={view.site.emergency} />
      {closed.full ? <p>{t('reports.closed.full')}</p> : null}
      <Other view={view} other={closed.other} />
      {elsewhere.length > 0 && !closed.full ? (
        <>
          <p>{t('reports.closed.language')}</p>
          <ul>
            {elsewhere.map((lang) => (
              <li key={lang}>
                <a href={pathIn(view, REPORT, lang)} lang={lang} hreflang={lang} dir={languages[lang].dir}>
                  {languages[lang].name}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {closed.missing.length > 0 ? (
        <Section title={t('reports.closed.why')}>
          <ul>
            {closed.missing.map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}

function Other({ view, other }: { view: View; other: ClosedView['other'] }) {
  if (other === null) return null;
  return (
    <p>
      {view.t('reports.closed.other', { who: other.who })}{' '}
      {other.link === '' ? null : (
        <a href={other.link} rel="noreferrer">
          {view.t('reports.closed.other-link')}
        </a>
      )}
    </p>
  );
}

export interface WaitView {
  seconds: number;
  ticket: string;
  /** Where Continue sends the person, without the language, and what it takes along. */
  action: string;
  fields: readonly [name: string, value: string][];
  title: MessageKey;
  text: MessageKey;
}

const WAIT_FORM = 'wait';

/** Too many at once: a wait and never a refusal. Continue works when the time has passed, without script. */
export function WaitPage({ view, wait }: { view: View; wait: WaitView }) {
  const { t } = view;
  return (
    <Page view={view} title={t(wait.title)} form={WAIT_FORM}>
      <Lead>{t(wait.text, { seconds: wait.seconds })}</Lead>
      <p>{t('reports.wait.kept')}</p>
      <Form view={view} action={pathIn(view, wait.action)} id={WAIT_FORM}>
        {wait.fields.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="ticket" value={wait.ticket} />
        <Button>{t('ui.continue')}</Button>
      </Form>
    </Page>
  );
}

/** The hour is over, or the machine was restarted: only the answers are gone. */
export function LostPage({ view }: { view: View }) {
  const { t } = view;
  return (
    <Page view={view} title={t('reports.lost.title')}>
      <p>{t('reports.lost.text')}</p>
      <StartAgain view={view}>{t('reports.lost.again')}</StartAgain>
    </Page>
  );
}

/** The ten minutes of the code are over. */
export function GonePage({ view }: { view: View }) {
  const { t } = view;
  return (
    <Page view={view} title={t('reports.gone.title')}>
      <Lead>{t('reports.gone.text')}</Lead>
      <p>{t('reports.gone.lost')}</p>
      <LinkButton href={pathIn(view, '/code')}>{t('reports.help.code')}</LinkButton>
      <StartAgain view={view}>{t('reports.gone.new')}</StartAgain>
    </Page>
  );
}

// The cookie of what is over still leads here, so only a press leads on.
function StartAgain({ view, children }: { view: View; children: string }) {
  return (
    <Form view={view} action={pathIn(view, REPORT)}>
      <Button name="go" value="start" kind="secondary">
        {children}
      </Button>
    </Form>
  );
}

/** Where a demonstration ends (H12). */
export function DemoPage({ view }: { view: View }) {
  const { t } = view;
  return (
    <Page view={view} title={t('reports.demo.title')}>
      <Lead>{t('reports.demo.text')}</Lead>
      <p>{t('reports.demo.then')}</p>
    </Page>
  );
}
