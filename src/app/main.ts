// SPDX-License-Identifier: EUPL-1.2
import { readConfig } from '#platform/config';
import { refuseToStart, serve } from './serve.ts';

try {
  await serve(readConfig(process.env, process.cwd()), import.meta.dirname);
} catch (error) {
  refuseToStart(error);
}
