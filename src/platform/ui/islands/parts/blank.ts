// SPDX-License-Identifier: EUPL-1.2

const IDLE_MS = 5 * 60_000;

/** After five minutes without a key or a pointer the desk covers itself, so that nobody passing by reads a case. */
export function startBlank(): void {
  const cover = document.querySelector<HTMLDialogElement>('dialog[data-blank]');
  if (!cover) return;
  let seen = Date.now();
  let timer: ReturnType<typeof setTimeout>;
  const check = () => {
    const left = seen + IDLE_MS - Date.now();
    if (left <= 0) {
      if (!cover.open) cover.showModal();
      timer = setTimeout(check, IDLE_MS);
    } else timer = setTimeout(check, left);
  };
  const active = () => {
    seen = Date.now();
  };
  for (const kind of ['keydown', 'pointerdown', 'pointermove', 'scroll']) {
    addEventListener(kind, active, { passive: true, capture: true });
  }
  // A sleeping computer stops its timers: look at the clock when it wakes.
  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    check();
  });
  timer = setTimeout(check, IDLE_MS);
}
