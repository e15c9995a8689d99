// SPDX-License-Identifier: EUPL-1.2
export { createFetcher, type Fetched, type Fetcher, type FetchOrder, FetchRefusal } from './guarded-fetch.ts';
