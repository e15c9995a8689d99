// SPDX-License-Identifier: EUPL-1.2

export { whenChangedHere } from './changed-here.ts';
export { dueAt, isOpen, nextReading } from './hours.ts';
export { type HelpLine, type Installation, type InstallationDoc, ROOMS, type Room } from './installation.ts';
export { missingFor } from './missing.ts';
export { siteView } from './site-view.ts';
export { beginInstallation, changeInstallation, isUntouched, readInstallation } from './store.ts';
export { judgeTexts, reviewedLanguages, type SafetyText, safetyTexts } from './words.ts';
