// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import type { View } from '../view.ts';

export interface ThreadMessage {
  id: string;
  /** Written by the person who reads this page. */
  mine: boolean;
  /** The other side's name, an alias. */
  from: string;
  /** When, in words. */
  at: string;
  /** The words as typed: never a link, never markup. Null where they may not be shown again. */
  text: string | null;
  /** Instead of the words, e.g. "You wrote something". */
  note?: ComponentChildren;
}

interface ThreadProps {
  view: View;
  messages: readonly ThreadMessage[];
  /** What the reader is called; a child is "tu" in the catalogue, staff may want their alias. */
  you?: string;
}

/** A talk in writing, oldest first. */
export function Thread({ view, messages, you = view.t('ui.thread.you') }: ThreadProps) {
  const newest = messages.at(-1);
  return (
    <div class="thread">
      <p class="thread-head">
        <span class="quiet">{view.t('ui.thread.count', { n: messages.length })}</span>
        {newest && messages.length > 1 ? <a href={`#m-${newest.id}`}>{view.t('ui.thread.newest')}</a> : null}
      </p>
      <ol>
        {messages.map((message) => (
          <li key={message.id} id={`m-${message.id}`} class={message.mine ? 'letter letter-mine' : 'letter'}>
            <p class="letter-head">
              <strong>
                <bdi>{message.mine ? you : message.from}</bdi>
              </strong>
              <span class="quiet">{message.at}</span>
            </p>
            {message.text === null ? null : (
              <p class="letter-text" dir="auto">
                {message.text}
              </p>
            )}
            {message.note ? <p class="letter-note">{message.note}</p> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}
