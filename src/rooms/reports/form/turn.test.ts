// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { type FormState, turn } from './turn.ts';

const at = (step: FormState['step'], answers: FormState['answers'], changing = false): FormState => ({
  step,
  answers,
  changing,
});

const whole = {
  who: 'under-13',
  what: 'saw',
  where: { text: '', unknown: true },
  more: '',
  wishes: [],
} as const;

describe('a press on a page of the form', () => {
  it('goes on with an answer and stays without one', () => {
    expect(turn(at('who', {}), 'next', { who: 'teen' })).toEqual(at('what', { who: 'teen' }));
    expect(turn(at('who', {}), 'next', null)).toBeNull();
  });

  it('goes back without an answer, and keeps one that was given', () => {
    expect(turn(at('what', { who: 'teen' }), 'back', null)).toEqual(at('who', { who: 'teen' }));
    expect(turn(at('what', { who: 'teen' }), 'back', { what: 'saw' })?.answers.what).toBe('saw');
    expect(turn(at('who', {}), 'back', null)?.step).toBe('who');
  });

  it('stays for another language and keeps what was chosen', () => {
    expect(turn(at('what', { who: 'teen' }), 'stay', { what: 'mean' })).toEqual(
      at('what', { who: 'teen', what: 'mean' }),
    );
  });

  it('leads from the check to a change and back', () => {
    const changing = turn(at('check', { ...whole, wishes: [] }), 'change:more', null);
    expect(changing).toMatchObject({ step: 'more', changing: true });
    expect(turn(changing ?? at('who', {}), 'next', { more: 'words' })).toMatchObject({
      step: 'check',
      changing: false,
    });
  });

  it('asks what a change made necessary before it comes back to the check', () => {
    const state = at('what', { ...whole, wishes: [] }, true);
    expect(turn(state, 'next', { what: 'unsafe' })).toMatchObject({ step: 'asks', changing: true });
  });

  it('leads nowhere for a page that is not on the way', () => {
    expect(turn(at('check', { ...whole, wishes: [] }), 'change:denounce', null)).toMatchObject({
      step: 'check',
    });
  });
});
