// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { CompileAnswer, CompileJob } from './compiler.ts';
import { fontFiles } from './fonts.ts';
import type { Fit } from './sheet.ts';
import { TEMPLATE } from './template.ts';

// A thread of its own: typst is a native program that answers only when it is done. Its workspace is an empty folder, the
// only program it is given is our template, and that imports nothing, so nothing is read from disk or fetched.

const port = parentPort;
if (port === null) throw new Error('compile.worker.ts runs as a worker thread');

const workspace = String(workerData);
const compiler = NodeCompiler.create({
  workspace,
  fontArgs: [{ fontPaths: [...fontFiles('400Regular'), ...fontFiles('700Bold')] }],
});

port.on('message', (job: CompileJob) => {
  let answer: CompileAnswer;
  try {
    answer = compile(job);
  } catch {
    answer = { id: job.id, ok: false };
  }
  port.postMessage(answer);
});

function compile({ id, sheet, files, want }: CompileJob): CompileAnswer {
  for (const { path, bytes } of files) compiler.mapShadow(join(workspace, path), Buffer.from(bytes));
  try {
    const made = compiler.compile({ mainFileContent: TEMPLATE, inputs: { data: JSON.stringify(sheet) } });
    if (made.result === null) return { id, ok: false };
    const found: { value: Fit }[] = compiler.query(made.result, { selector: '<fit>' });
    const fits = found.map(({ value }) => value);
    // 1.4: page objects stand in the clear, so that the boxes printers ask for can be added.
    const pdf = want.includes('pdf') ? compiler.pdf(made.result, { pdfStandard: '1.4' }) : null;
    const svg = want.includes('svg') ? compiler.plainSvg(made.result) : null;
    return { id, ok: true, fits, pages: made.result.numOfPages, pdf, svg };
  } finally {
    for (const { path } of files) compiler.unmapShadow(join(workspace, path));
    compiler.evictCache(4);
  }
}
