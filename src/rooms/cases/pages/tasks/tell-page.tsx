// SPDX-License-Identifier: EUPL-1.2
import { type Lang, languages } from '#platform/i18n';
import {
  Button,
  Checkbox,
  Details,
  Form,
  Meter,
  Panel,
  Radios,
  Section,
  TextArea,
  Typed,
  type View,
} from '#platform/ui';
import type { LetterCheck } from '../../queries/told-words.ts';
import { AVERAGE, LONGEST } from '../../rules/reading-level.ts';
import { caseHref, say } from '../words.tsx';
import { one, type TaskData, TaskFrame } from './task-frame.tsx';

export interface TellReader {
  /** `<report>:<role>` */
  value: string;
  role: string;
  /** Counted from 1 where a case has several reports. */
  n: number | null;
  lang: Lang;
}

export interface TellData extends TaskData {
  readers: readonly TellReader[];
  /** Of the reader chosen; the templates are in it. */
  lang: string;
  dir: 'ltr' | 'rtl';
  templates: readonly { code: string; text: string }[];
  templatesInEnglish: boolean;
  check: LetterCheck | null;
}

/** D7: what the reporter will read. Checked and shown as they see it before it goes. */
export function TellPage({ view, data }: { view: View; data: TellData }) {
  const { t } = view;
  if (data.readers.length === 0) {
    return (
      <TaskFrame view={view} data={data} task="tell">
        <p>{t('cases.tell.nobody')}</p>
      </TaskFrame>
    );
  }
  return (
    <TaskFrame view={view} data={data} task="tell">
      {data.check === null ? null : <Checked view={view} data={data} check={data.check} />}
      <LetterForm view={view} data={data} />
      <Templates view={view} data={data} />
    </TaskFrame>
  );
}

function Checked({ view, data, check }: { view: View; data: TellData; check: LetterCheck }) {
  const { t } = view;
  const { level, quotes } = check;
  return (
    <Section title={t('cases.tell.as-read')}>
      <div class="letter" lang={data.lang} dir={data.dir}>
        <p class="letter-text">{one(data, 'words')}</p>
      </div>
      <Meter
        label={t('cases.tell.longest')}
        value={Math.min(level.longest, LONGEST)}
        max={LONGEST}
        words={t('cases.tell.words-of', { n: level.longest, most: LONGEST })}
      />
      <Meter
        label={t('cases.tell.average')}
        value={Math.min(level.average, AVERAGE)}
        max={AVERAGE}
        words={t('cases.tell.words-of', { n: level.average, most: AVERAGE })}
      />
      {level.hard.length === 0 ? null : (
        <p>
          {t('cases.tell.hard')}: <Typed>{level.hard.join(', ')}</Typed>
        </p>
      )}
      <Panel
        view={view}
        kind={level.easy ? 'ok' : 'warn'}
        title={t(level.easy ? 'cases.tell.easy' : 'cases.tell.not-easy')}
      />
      {quotes.length > 0 ? (
        <Panel view={view} kind="danger" title={t('cases.tell.quotes')}>
          <ul>
            {quotes.map((quote) => (
              <li key={quote}>
                <Typed>{quote}</Typed>
              </li>
            ))}
          </ul>
        </Panel>
      ) : (
        <Button form="letter" name="go" value="send">
          {t('cases.tell.send')}
        </Button>
      )}
    </Section>
  );
}

function LetterForm({ view, data }: { view: View; data: TellData }) {
  const { t } = view;
  return (
    <Form view={view} action={caseHref(view, data.head.row.id, '/tell')} id="letter">
      <Radios
        view={view}
        name="to"
        legend={t('cases.tell.to')}
        options={data.readers.map(({ value, role, n, lang }) => ({
          value,
          label:
            n === null
              ? say(view, 'role', role)
              : `${t('cases.case.reporter', { n })}: ${say(view, 'role', role)}`,
          hint: t('cases.tell.language', { lang: languages[lang].name }),
        }))}
        value={one(data, 'to') || (data.readers[0]?.value ?? '')}
        errors={data.errors}
      />
      <TextArea
        view={view}
        name="words"
        label={t('cases.tell.words')}
        hint={t('cases.tell.words-hint')}
        value={one(data, 'words')}
        rows={8}
        limit={2000}
        errors={data.errors}
      />
      <Checkbox
        view={view}
        name="question"
        label={t('cases.tell.question')}
        checked={one(data, 'question') !== ''}
      />
      <Button name="go" value="check" kind={data.check === null ? 'primary' : 'secondary'}>
        {t('cases.tell.check')}
      </Button>
    </Form>
  );
}

/** Ready words to begin with, in the reporter's language; each fills the form when pressed. */
function Templates({ view, data }: { view: View; data: TellData }) {
  const { t } = view;
  return (
    <Details view={view} summary={t('cases.tell.templates')}>
      {data.templatesInEnglish ? <p class="quiet">{t('cases.tell.only-english')}</p> : null}
      {data.templates.map(({ code, text }) => (
        <div key={code}>
          <p lang={data.templatesInEnglish ? 'en' : data.lang} dir="auto">
            {text}
          </p>
          <Button kind="quiet" form="letter" name="go" value={`use-${code}`}>
            {say(view, 'tell.use', code)}
          </Button>
        </div>
      ))}
    </Details>
  );
}
