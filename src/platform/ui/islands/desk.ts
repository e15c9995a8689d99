// SPDX-License-Identifier: EUPL-1.2
// All that public pages have, and a page that hides itself when nobody is there.
import { startBlank } from './parts/blank.ts';
import './page.ts';

startBlank();
