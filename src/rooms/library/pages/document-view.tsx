// SPDX-License-Identifier: EUPL-1.2
import { directionOf } from '#platform/i18n';
import { Prose } from '#platform/records';
import type { PlainDocument } from '../documents/document.ts';

/** A document as it is printed, in its own language and direction. */
export function DocumentView({ document }: { document: PlainDocument }) {
  const { lang, title, parts } = document;
  return (
    <article lang={lang} dir={directionOf(lang)} class="library-document">
      <h2>{title}</h2>
      {parts.map(({ code, label, text }) => (
        <section key={code}>
          <h3>{label}</h3>
          {text === '' ? <p>—</p> : <Prose text={text} level={3} />}
        </section>
      ))}
    </article>
  );
}
