// SPDX-License-Identifier: EUPL-1.2
import { Counter, Gauge, Registry } from 'prom-client';
import type { Log, LogFields } from '#platform/log';

/** Numbers about the machine, none about a person: no label comes from anything somebody sent. */
export interface Metrics {
  text(): Promise<string>;
  /** A log that also counts requests by route pattern and status class. */
  counting(log: Log): Log;
  gauge(name: string, help: string, read: () => number): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const requests = new Counter({
    name: 'rowan_requests_total',
    help: 'Answered requests by route pattern and class of status',
    labelNames: ['route', 'status'],
    registers: [registry],
  });
  const count = (code: string, fields?: LogFields) => {
    if (code !== 'request') return;
    requests.inc({ route: fields?.route ?? 'none', status: `${Math.floor((fields?.status ?? 0) / 100)}xx` });
  };
  return {
    text: () => registry.metrics(),
    counting: (log) => ({
      ...log,
      info: (code, fields) => {
        count(code, fields);
        log.info(code, fields);
      },
    }),
    gauge: (name, help, read) => {
      new Gauge({
        name,
        help,
        registers: [registry],
        collect() {
          this.set(read());
        },
      });
    },
  };
}
