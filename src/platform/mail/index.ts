// SPDX-License-Identifier: EUPL-1.2
export { type MailHealth, mailHealth } from './health.ts';
export { type Mail, queueMail } from './queue.ts';
