// SPDX-License-Identifier: EUPL-1.2
import { readConfig } from '#platform/config';
import { rowanProgram } from './program.ts';
import { terminal } from './terminal.ts';

await rowanProgram(terminal(() => readConfig(process.env, process.cwd()))).parseAsync();
