// SPDX-License-Identifier: EUPL-1.2

/** Copy and Print beside a code. Without script the code is text that one press selects. */
export function startCode(): void {
  for (const tools of document.querySelectorAll<HTMLElement>('[data-code-tools]')) {
    const code = tools.parentElement?.querySelector<HTMLElement>('[data-code]');
    const status = tools.querySelector<HTMLElement>('[data-copy-status]');
    if (!code || !status) continue;
    const copy = tools.querySelector('[data-copy]');
    copy?.addEventListener('click', async () => {
      const done = await copied(code);
      status.textContent = (done ? status.dataset.copied : status.dataset.failed) ?? '';
    });
    tools.querySelector('[data-print]')?.addEventListener('click', () => print());
    tools.hidden = false;
  }
}

async function copied(code: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code.dataset.code ?? '');
    return true;
  } catch {
    getSelection()?.selectAllChildren(code);
    return false;
  }
}
