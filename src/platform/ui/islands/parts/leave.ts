// SPDX-License-Identifier: EUPL-1.2
import { shiftCounter } from './shift.ts';

/** The Leave links, and Shift three times: blank the page at once, then replace it, so that Back does not show it. */
export function startLeave(): void {
  const links = document.querySelectorAll<HTMLAnchorElement>('a[data-leave]');
  const first = links[0];
  if (!first) return;
  const leave = () => {
    say('leaving');
    document.documentElement.classList.add('leaving');
    document.title = '…';
    location.replace(first.href);
  };
  for (const link of links) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      leave();
    });
  }
  const counter = shiftCounter(() => performance.now());
  addEventListener('keydown', (event) => counter.down(event.key, event.repeat));
  addEventListener('keyup', (event) => {
    const presses = counter.up(event.key);
    if (presses === 1) say('twice');
    if (presses === 2) say('once');
    if (presses === 3) leave();
  });
  // A page that comes back from the browser's memory must not stay hidden.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}

function say(what: 'twice' | 'once' | 'leaving'): void {
  const status = document.querySelector<HTMLElement>('[data-leave-status]');
  if (status) status.textContent = status.dataset[what] ?? '';
}
