// SPDX-License-Identifier: EUPL-1.2
export { type AnyJob, defineFact, defineJob, type Fact, type Job, on, type Subscription } from './define.ts';
export { type JobHealth, jobHealth } from './health.ts';
export { jobPause, type Pause, pauseJobs, resumeJobs, type WaitingJob, waitingJobs } from './pause.ts';
export { enqueue, publish, storeSubscriptions } from './publish.ts';
export { startWorker, type Worker } from './worker.ts';
