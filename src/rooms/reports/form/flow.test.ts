// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { type Answers, voiceOf, WHAT, WHO } from './answers.ts';
import { nextStep, onTheWay, place, previousStep, reachable, stepsOf } from './flow.ts';

const ways: { name: string; answers: Answers; steps: string }[] = [
  { name: 'nobody yet', answers: {}, steps: 'who what more wishes answer check' },
  {
    name: 'a child under 13 who saw something',
    answers: { who: 'under-13', what: 'saw' },
    steps: 'who what where more wishes check',
  },
  {
    name: 'a teenager under pressure who is hurt',
    answers: { who: 'teen', what: 'unsafe', safe: 'someone' },
    steps: 'who what asks where safe numbers more wishes answer check',
  },
  {
    name: 'a teenager under pressure who is safe',
    answers: { who: 'teen', what: 'unsafe', safe: 'yes' },
    steps: 'who what asks where safe more wishes answer check',
  },
  {
    name: 'a private picture, with links',
    answers: { who: 'teen', what: 'picture', picture: 'links' },
    steps: 'who what picture where safe more wishes answer check',
  },
  {
    name: 'a private picture, talk first',
    answers: { who: 'not-said', what: 'picture', picture: 'talk' },
    steps: 'who what picture safe more wishes answer check',
  },
  {
    name: 'mean people, and a wish to tell someone',
    answers: { who: 'teen', what: 'mean', wishes: ['tell'] },
    steps: 'who what where safe more wishes denounce answer check',
  },
  {
    name: 'a trick, where there is nothing to denounce',
    answers: { who: 'teen', what: 'tricked', wishes: ['tell'] },
    steps: 'who what where more wishes answer check',
  },
  {
    name: 'something else, answered by mail',
    answers: { who: 'teen', what: 'other', answer: 'email' },
    steps: 'who what where more wishes answer email check',
  },
  {
    name: 'a parent, answered by phone',
    answers: { who: 'parent', what: 'saw', answer: 'phone' },
    steps: 'who advice age knows what where done more wishes answer phone check',
  },
  {
    name: 'a teacher',
    answers: { who: 'professional', what: 'mean' },
    steps: 'who age knows what where safe done more wishes answer check',
  },
  {
    name: 'a company',
    answers: { who: 'company', what: 'mean' },
    steps: 'who organisation found rows risk sort check',
  },
];

describe('the way through the form', () => {
  it.each(ways)('of $name', ({ answers, steps }) => {
    expect(stepsOf(answers).join(' ')).toBe(steps);
  });

  it('leads from every page to the next and back, for all who and what', () => {
    for (const who of WHO) {
      for (const what of WHAT) {
        const answers: Answers = {
          who,
          what,
          safe: 'myself',
          wishes: ['tell'],
          answer: 'phone',
          picture: 'links',
        };
        const steps = stepsOf(answers);
        expect(new Set(steps).size).toBe(steps.length);
        steps.slice(1).forEach((step, at) => {
          expect(nextStep(answers, steps[at] ?? 'who')).toBe(step);
          expect(previousStep(answers, step)).toBe(steps[at]);
        });
        expect(previousStep(answers, 'who')).toBeNull();
      }
    }
  });

  it('stops at the first question without an answer, whatever page is asked for', () => {
    expect(reachable({}, 'check')).toBe('who');
    expect(reachable({ who: 'teen' }, 'who')).toBe('who');
    expect(reachable({ who: 'teen', what: 'saw' }, 'check')).toBe('where');
    expect(reachable({ who: 'teen', what: 'saw' }, 'asks')).toBe('where');
    const whole: Answers = {
      who: 'under-13',
      what: 'saw',
      where: { text: '', unknown: true },
      more: '',
      wishes: [],
    };
    expect(reachable(whole, 'check')).toBe('check');
    expect(reachable(whole, 'what')).toBe('what');
  });

  it('goes back to the check after a change, over the questions which the change opened', () => {
    const whole: Answers = {
      who: 'under-13',
      what: 'saw',
      where: { text: '', unknown: true },
      more: '',
      wishes: [],
    };
    expect(nextStep(whole, 'more', true)).toBe('check');
    expect(nextStep({ ...whole, what: 'unsafe' }, 'what', true)).toBe('asks');
  });

  it('sends only what lies on the way that was taken', () => {
    const answers: Answers = { who: 'teen', what: 'saw', asks: ['money'], safe: 'someone', more: 'words' };
    expect(onTheWay(answers)).toEqual({ who: 'teen', what: 'saw', more: 'words' });
  });

  it('says where one is', () => {
    expect(place({ who: 'teen', what: 'saw' }, 'where')).toEqual({ at: 3, of: 7 });
  });

  it('speaks to a child unless an adult says so', () => {
    const voices = WHO.map((who) => voiceOf({ who }));
    expect(voices).toEqual(['child', 'child', 'adult', 'adult', 'adult', 'child']);
  });
});
