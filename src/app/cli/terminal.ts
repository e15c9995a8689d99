// SPDX-License-Identifier: EUPL-1.2
import { createInterface, type Interface } from 'node:readline/promises';
import type { Config } from '#platform/config';
import type { Shell } from './shell.ts';

const CLEAR_LINE = '\r\u001b[2K';
const UP = '\u001b[1A';
const STEP_MS = 100;

/** The terminal or pipe that this process was started from. */
export function terminal(config: () => Config): Shell {
  // Whoever reads may stop reading (`| head`); the work goes on to its end.
  process.stdout.on('error', () => undefined);
  const piped = pipedLines();
  return {
    config,
    say: (line) => void process.stdout.write(`${line}\n`),
    fail: (line) => void process.stderr.write(`${line}\n`),
    ask: (question) => (process.stdin.isTTY ? askPerson(question) : piped.next()),
    progress: process.stderr.isTTY ? progressOn(process.stderr) : null,
    setExitCode: (code) => {
      process.exitCode = code;
    },
    close: piped.close,
  };
}

/** Answers that come through a pipe, one a line; empty when there are no more. */
function pipedLines(): { next(): Promise<string>; close(): void } {
  let lines: Interface | null = null;
  let answers: AsyncIterator<string> | null = null;
  return {
    next: async () => {
      lines ??= createInterface({ input: process.stdin });
      answers ??= lines[Symbol.asyncIterator]();
      const { value, done } = await answers.next();
      return done === true ? '' : value;
    },
    close: () => lines?.close(),
  };
}

// What is typed here is worth hiding from whoever comes to the screen next, and too long to type unseen.
async function askPerson(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await lines.question(question);
    process.stderr.write(`${UP}${CLEAR_LINE}${question}(read)\n`);
    return answer;
  } finally {
    lines.close();
  }
}

function progressOn(stream: NodeJS.WriteStream): NonNullable<Shell['progress']> {
  let shown = Number.NEGATIVE_INFINITY;
  let dirty = false;
  return {
    show: (line) => {
      if (performance.now() - shown < STEP_MS) return;
      shown = performance.now();
      dirty = true;
      stream.write(`${CLEAR_LINE}${line.slice(0, stream.columns - 1)}`);
    },
    end: () => {
      if (dirty) stream.write(CLEAR_LINE);
      dirty = false;
    },
  };
}
