// SPDX-License-Identifier: EUPL-1.2

/** Speaking at every key would drown the words themselves. */
const QUIET_MS = 600;

/** Says how many characters are left, in code points as the server counts. Never cuts anything off. */
export function startCounters(): void {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-limit]')) {
    const status = document.getElementById(`${area.id}-count`);
    const limit = Number(area.dataset.limit);
    if (!status || !limit) continue;
    const show = () => {
      const left = limit - [...area.value].length;
      const words = left < 0 ? status.dataset.over : status.dataset.left;
      status.classList.toggle('counter-over', left < 0);
      status.textContent = (words ?? '').replace('{n}', String(Math.abs(left)));
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    area.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(show, QUIET_MS);
    });
    show();
  }
}
