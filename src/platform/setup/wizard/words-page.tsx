// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { formatDay, type Lang, languages } from '#platform/i18n';
import {
  Button,
  ButtonRow,
  Checkbox,
  Form,
  Page,
  Panel,
  pathIn,
  type Task,
  TaskList,
  type View,
} from '#platform/ui';
import type { SafetyText } from '../words.ts';

export interface LanguageState {
  lang: Lang;
  passed: number;
  all: number;
}

/** The languages of this installation and how many of their safety texts a native reviewer passed. */
export interface LanguagesView {
  states: readonly LanguageState[];
  /** The desk's navigation. */
  nav: ComponentChildren;
}

export function LanguagesPage({ view, data }: { view: View; data: LanguagesView }) {
  const { t } = view;
  const { states } = data;
  const tasks = states.map(
    ({ lang, passed, all }): Task => ({
      id: lang,
      label: <span lang={lang}>{languages[lang].name}</span>,
      hint: t('setup.words.count', { passed, all }),
      href: pathIn(view, `/desk/words/${lang}`),
      status: t(passed === all ? 'setup.words.open' : 'setup.words.closed'),
      tone: passed === all ? 'ok' : 'warn',
    }),
  );
  return (
    <Page view={view} title={t('setup.words.title')} nav={data.nav}>
      <p>{t('setup.words.lead')}</p>
      <TaskList tasks={tasks} />
    </Page>
  );
}

export interface WordsView {
  lang: Lang;
  texts: readonly SafetyText[];
  timeZone: string;
  /** The first text shown: a page of them is what a form may send back. */
  from: number;
  /** The desk's navigation. */
  nav: ComponentChildren;
}

const A_PAGE = 40;

/** Every safety text of one language beside the English; the reviewer ticks what is right, and passes or returns it. */
export function WordsPage({ view, data }: { view: View; data: WordsView }) {
  const { t } = view;
  const open = data.texts.filter((text) => text.state !== 'passed').length;
  const shown = data.texts.slice(data.from, data.from + A_PAGE);
  const at = (from: number) => `${pathIn(view, `/desk/words/${data.lang}`)}?from=${from}`;
  return (
    <Page
      view={view}
      nav={data.nav}
      title={t('setup.words.of', { language: languages[data.lang].name })}
      back={{ href: pathIn(view, '/desk/words') }}
      wide
    >
      <p>{t('setup.words.how')}</p>
      {open === 0 ? (
        <Panel view={view} kind="ok" title={t('setup.words.all-passed')} />
      ) : (
        <p>{t('setup.words.left', { n: open })}</p>
      )}
      <Form view={view} action={pathIn(view, `/desk/words/${data.lang}`)}>
        <input type="hidden" name="from" value={data.from} />
        <ul class="words">
          {shown.map((text) => (
            <OneText key={text.key} view={view} data={data} text={text} />
          ))}
        </ul>
        <ButtonRow>
          <Button name="verdict" value="passed">
            {t('setup.words.pass')}
          </Button>
          <Button name="verdict" value="returned" kind="secondary">
            {t('setup.words.return')}
          </Button>
        </ButtonRow>
      </Form>
      {data.from > 0 ? <a href={at(Math.max(0, data.from - A_PAGE))}>{t('setup.words.before')}</a> : null}{' '}
      {data.from + A_PAGE < data.texts.length ? (
        <a href={at(data.from + A_PAGE)}>{t('setup.words.next')}</a>
      ) : null}
    </Page>
  );
}

function OneText({ view, data, text }: { view: View; data: WordsView; text: SafetyText }) {
  const { t } = view;
  return (
    <li>
      <p lang="en" dir="ltr">
        {text.english}
      </p>
      <p lang={data.lang} dir={languages[data.lang].dir}>
        {text.text ?? t('setup.words.none')}
      </p>
      <p class="hint">
        {text.state === 'open'
          ? t('setup.words.state.open')
          : t(text.state === 'passed' ? 'setup.words.state.passed' : 'setup.words.state.returned', {
              who: text.reviewer ?? '',
              day:
                text.at === null
                  ? ''
                  : formatDay(text.at, { lang: view.lang, timeZone: data.timeZone || 'UTC' }),
            })}
      </p>
      {text.text === null ? null : (
        <Checkbox
          view={view}
          name="keys"
          value={text.key}
          label={t('setup.words.this')}
          checked={text.state !== 'returned'}
        />
      )}
    </li>
  );
}
