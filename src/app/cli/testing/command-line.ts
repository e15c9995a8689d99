// SPDX-License-Identifier: EUPL-1.2
import type { Config } from '#platform/config';
import { rowanProgram } from '../program.ts';
import type { Shell } from '../shell.ts';

export interface Said {
  code: number;
  out: string[];
  errors: string[];
}

/** Runs the command line as a person would, with these answers at the prompts. */
export async function speak(
  config: () => Config,
  words: readonly string[],
  answers: string[] = [],
): Promise<Said> {
  const said: Said = { code: 0, out: [], errors: [] };
  const shell: Shell = {
    config,
    say: (line) => said.out.push(line),
    fail: (line) => said.errors.push(line),
    ask: async () => answers.shift() ?? '',
    progress: null,
    setExitCode: (code) => {
      said.code = code;
    },
    close: () => undefined,
  };
  await rowanProgram(shell).exitOverride().parseAsync(words, { from: 'user' });
  return said;
}
