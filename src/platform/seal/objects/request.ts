// SPDX-License-Identifier: EUPL-1.2
import { AsyncLocalStorage } from 'node:async_hooks';
import { SealError } from '../errors.ts';

// Private keys exist only while somebody's request is being answered. The import rule keeps the worker
// away from what opens; this is the same rule at run time: outside a request no key opens (N53).

type Request = { over: boolean };

const requests = new AsyncLocalStorage<Request>();

/** Runs a handler as one request. Keys opened inside it die with it. The server calls this, jobs never. */
export async function asRequest<T>(work: () => Promise<T> | T): Promise<T> {
  const request: Request = { over: false };
  try {
    return await requests.run(request, work);
  } finally {
    request.over = true;
  }
}

/** Throws `seal.outside-request` in a job, a timer, or after the answer. */
export function requireRequest(): Request {
  const request = requests.getStore();
  if (request === undefined || request.over) throw new SealError('defect', 'seal.outside-request');
  return request;
}
