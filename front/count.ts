/** Counts every answer, by the class of its path and its status. */

import { metrics } from '@/desk/metrics';

/** Few, whatever strangers ask for. */
const classes: [string, RegExp][] = [
  ['webhook', /^\/api\/webhook\//],
  ['cases', /^\/api\/cases(\/|$)/],
  ['events', /^\/api\/events(\/|$)/],
  ['health', /^\/api\/health(\/|$)/],
  ['metrics', /^\/metrics(\/|$)/],
  ['api', /^\/api\//],
  ['files', /^\/(_next|icons|fonts)\//],
];

/** `path` without its query. */
export function countAnswer(path: string, status: number): void {
  const [name] = classes.find(([, pattern]) => pattern.test(path)) ?? ['pages'];
  metrics().requests.inc({ path: name, status });
}
