// SPDX-License-Identifier: EUPL-1.2
import { parentPort, workerData } from 'node:worker_threads';
import { extractText, getDocumentProxy } from 'unpdf';
import type { PdfReading } from './read-pdf.ts';

// A thread of its own, with little memory: a PDF is a program that a stranger wrote.

const port = parentPort;
if (port === null) throw new Error('read-pdf.worker.ts runs as a worker thread');
port.postMessage(await read(workerData as Uint8Array));

async function read(bytes: Uint8Array): Promise<PdfReading> {
  try {
    const document = await getDocumentProxy(bytes, { verbosity: 0 });
    const actions = [await document.getJSActions(), await document.getOpenAction()];
    const attached = await document.getAttachments();
    const acts = actions.some((one) => one !== null && 'action' in Object(one)) || actions[0] !== null;
    if (acts || attached !== null) return { ok: false, why: 'acts' };
    const { text } = await extractText(document, { mergePages: false });
    return { ok: true, pages: document.numPages, text: text.join('\n\n').trim() };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    return { ok: false, why: name === 'PasswordException' ? 'locked' : 'broken' };
  }
}
