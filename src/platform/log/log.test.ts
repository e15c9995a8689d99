// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { createLog, type LogFields } from './log.ts';

it('drops a field that is not on the list, even when a caller forces it in', () => {
  const lines: string[] = [];
  const log = createLog('web', (line) => lines.push(line));
  const forced = { status: 200, url: '/en/report?canary', words: 'canary' } as LogFields;
  log.info('request', forced);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('"code":"request"');
  expect(lines[0]).toContain('"status":200');
  expect(lines[0]).not.toContain('canary');
});
