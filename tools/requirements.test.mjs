// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { judge, describe as lineOf, readRequirements } from './requirements.mjs';

const text = `# head
id | room | kind | the system must let | how
VI-18 | reports | process | a child denounce | Open /en/report
RU-03 | network | actor | regulators be a class |
LV-01 | library | goal | somebody read |
`;
const requests = [
  { role: 'public', verb: 'POST', route: '/en/report', status: 303 },
  { role: 'operator', verb: 'GET', route: '/desk', status: 200 },
];
const row = { test: 'reports a test', file: 'a.test.ts', passed: true, requests, lacks: [] };

it('counts a row whose test passed and lacks nothing, and says why another does not count', () => {
  const judged = judge(readRequirements(text), [
    { ...row, ids: ['VI-18'] },
    { ...row, ids: ['RU-03'], lacks: ['changed nothing'] },
    { ...row, ids: ['LV-01'], passed: false },
  ]);
  expect(judged.map(({ proofs }) => proofs.length)).toEqual([1, 0, 0]);
  expect(judged.map(lineOf)).toEqual([
    'VI-18  reports a test  [public, operator]  POST /en/report, GET /desk',
    'RU-03  NOT COUNTED: reports a test: changed nothing',
    'LV-01  NOT COUNTED: reports a test: did not pass in this run',
  ]);
  expect(judged.map(({ how }) => how)).toEqual(['Open /en/report', '', '']);
});

it('shows a row that no test names with a dash', () => {
  const [first] = judge(readRequirements(text), []);
  expect(lineOf(first)).toBe('VI-18  -');
});
