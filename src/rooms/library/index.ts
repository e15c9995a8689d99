// SPDX-License-Identifier: EUPL-1.2
export { type Seeded, seedContent } from './content/seed.ts';
