// SPDX-License-Identifier: EUPL-1.2

// What other rooms may ask of `reports`. Everything takes the caller's context, and so its transaction and keys.

export { deleteReport } from './actions/delete-report.ts';
export { allowWordAgain, joinCase } from './actions/join-case.ts';
export { restrictReport } from './actions/restrict-report.ts';
export { sendMessage } from './actions/send-message.ts';
export { tellReporter } from './actions/tell-reporter.ts';
export { reportAdded, reportMessage, reportStopAsked, reportSubmitted } from './events.ts';
export type { Story } from './form/story.ts';
export { CODES as STEP_CODES } from './progress/steps.ts';
export { notifyAddress, openContact, openReport, threadOf } from './queries/open-report.ts';
export {
  receiptStates,
  reportFacts,
  reportsWithoutCase,
} from './queries/report-facts.ts';
