// SPDX-License-Identifier: EUPL-1.2
export { type HelpLine, type Installation, type Room, ROOMS } from './installation.ts';
export { missingFor } from './missing.ts';
export { dueAt, isOpen, nextReading } from './hours.ts';
export { changeInstallation, isUntouched, readInstallation } from './store.ts';
export { siteView } from './site-view.ts';
export { judgeTexts, reviewedLanguages, type SafetyText, safetyTexts } from './words.ts';
