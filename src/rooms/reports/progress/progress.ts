// SPDX-License-Identifier: EUPL-1.2
import type { Priority } from '../form/priority.ts';
import { isRead, type StepName, type ToldStep } from './steps.ts';

/** Closed reports may be opened again for this long. */
export const AGAIN_DAYS = 30;
const DAY = 86_400_000;

export interface ProgressInput {
  priority: Priority;
  /** When a person should have opened it, as promised at intake. */
  dueAt: Date;
  /** Oldest first; at least `received`. */
  steps: readonly ToldStep[];
  now: Date;
  /** By when a person writes if we are late: the later bound that the roster can keep. */
  lateBy: Date;
}

/** What a reporter is told on every visit: what happened, who has it, what comes next and by when. */
export interface Progress {
  status: ToldStep;
  done: ToldStep[];
  next: StepName[];
  /** Who has it now: our team, the reporter, or a kind of body. */
  holder: string;
  due: Date | null;
  late: { said: Date; by: Date } | null;
  /** Urgent, and nobody has opened it in the promised minutes: the duty contact is being called (H6). */
  unopened: boolean;
  finished: boolean;
  againUntil: Date | null;
}

/** The progress of a whole report. Steps of single rows of a company's list are not counted. */
export function progressOf(input: ProgressInput): Progress {
  const done = input.steps.filter(({ row }) => row === null);
  const status = done.at(-1);
  if (status === undefined) throw new TypeError('a report without its first step');
  const finished = status.step === 'finished' || status.step === 'not-for-us';
  const read = isRead(done);
  const due = finished ? null : (status.dueAt ?? (read ? null : input.dueAt));
  const late = due !== null && due < input.now;
  return {
    status,
    done,
    next: finished ? [] : stillToCome(done),
    holder: holderOf(status),
    due,
    late: late && due !== null ? { said: due, by: input.lateBy } : null,
    unopened: late && !read && (input.priority === 'p0' || input.priority === 'p1'),
    finished,
    againUntil: finished ? new Date(status.at.getTime() + AGAIN_DAYS * DAY) : null,
  };
}

function stillToCome(done: readonly ToldStep[]): StepName[] {
  const again = done.findLastIndex(({ step }) => step === 'reopened');
  const seen = new Set(done.slice(again + 1).map(({ step }) => step));
  const acted = seen.has('acting') || seen.has('handed-over') || seen.has('waiting');
  const read = acted || isRead(done);
  return [...(read ? [] : (['read'] as const)), ...(acted ? [] : (['acting'] as const)), 'finished'];
}

function holderOf({ step, code }: ToldStep): string {
  const elsewhere = step === 'handed-over' || step === 'waiting' || step === 'not-for-us';
  if (step === 'question') return 'you';
  return elsewhere ? (code ?? 'other') : 'team';
}
