// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { passwordFault } from './chosen-password.ts';

const known = ['Hazel', 'Child Centre'];

describe('a chosen password', () => {
  it.each([
    ['fourteen-signs', 'short'],
    ['x'.repeat(201), 'long'],
    ['passwordpassword', 'obvious'],
    ['P4ssw0rd12345678', 'obvious'],
    ['qwertyuiopasdfghjkl', 'obvious'],
    ['aaaaaaaaaaaaaaaaaaaa', 'obvious'],
    ['123456789012345678', 'obvious'],
    ['hazelhazelhazel2026', 'obvious'],
    ['Summer2026Summer2026', 'obvious'],
    ['correct horse battery staple', 'obvious'],
    ['child centre 123456', 'obvious'],
    ['four otters carry a ladder', null],
    ['šķūnis pie ezera ar zilu jumtu', null],
    ['كتاب قديم فوق الرف الخشبي', null],
    ['旧桥下面有三只白色的鸭子在安静地睡觉', null],
    ['9fK2 mmQ7 vT4x Lp1z', null],
  ])('%s is judged %s', (password, fault) => {
    expect(passwordFault(password, known)).toBe(fault);
  });
});
