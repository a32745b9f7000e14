/** `/metrics` counts what came in, what was refused and what was shown, and tells of nobody. */

import { expect, test } from 'vitest';
import { aCdr } from '../builders';
import { aDeskAtTheDoors, ask, getBoard, postCdr } from './http';

const apiToken = 'a-token-of-the-api-of-the-tests';
const program = { headers: { authorization: `Bearer ${apiToken}` } };

/** A line of Prometheus' text form: a name, perhaps labels, a number. */
const sample = /^([a-zA-Z_:][\w:]*(?:\{(?:\w+="[^"\\]*",?)+\})?) (-?[\d.e+-]+|[Nn]a[Nn]|\+Inf)$/;

async function measured() {
  const answer = await ask('/metrics', program);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await answer.text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(lines.filter((line) => !sample.test(line))).toEqual([]);
  return {
    text,
    values: Object.fromEntries(lines.map((line) => [line.match(sample)![1], Number(line.match(sample)![2])])),
  };
}

test('what came in, was refused and was shown is counted, without a number of anybody', async () => {
  const { clock, missedCall } = await aDeskAtTheDoors({ API_TOKEN: apiToken });
  expect((await measured()).values).not.toHaveProperty('ringback_last_delivery_age_seconds');
  const { record, caller, did } = await missedCall();
  await postCdr(JSON.stringify([record, aCdr(), { type: 'cdr', status: 7 }]));
  await postCdr('not even JSON');
  await postCdr(JSON.stringify(aCdr()), {}, '/api/webhook/cdr/not-a-token-of-this-desk');
  await postCdr(' ');
  await postCdr('x'.repeat(300_000));
  const { headers } = await getBoard();
  await getBoard();
  await ask('/api/cases', { headers: { 'if-none-match': headers.get('etag')! } });
  clock.now += 60_000;

  const { text, values } = await measured();
  expect(values).toMatchObject({
    'ringback_deliveries_total{outcome="understood"}': 1,
    'ringback_deliveries_total{outcome="partly"}': 1,
    'ringback_deliveries_total{outcome="quarantined"}': 1,
    'ringback_records_total{kind="new"}': 2,
    'ringback_records_total{kind="known"}': 1,
    'ringback_records_total{kind="quarantined"}': 2,
    'ringback_refused_total{reason="wrong token"}': 1,
    'ringback_refused_total{reason="empty"}': 1,
    'ringback_refused_total{reason="too large"}': 1,
    ringback_commit_seconds_count: 3,
    ringback_batch_deliveries_sum: 3,
    'ringback_board_answers_total{how="built"}': 1,
    'ringback_board_answers_total{how="kept"}': 1,
    'ringback_board_answers_total{how="not changed"}': 1,
    'ringback_cases{state="open"}': 2,
    ringback_waiting_deliveries: 0,
    ringback_streams: 0,
    ringback_last_delivery_age_seconds: 60,
  });
  expect(values).toHaveProperty('nodejs_eventloop_lag_p99_seconds');
  for (const secret of [caller.slice(-6), did.slice(-6), '112233', apiToken])
    expect(text).not.toContain(secret);
});

test('an open stream is counted while it is open', async () => {
  await aDeskAtTheDoors({ API_TOKEN: apiToken });
  const leaving = new AbortController();
  await ask('/api/events', { signal: leaving.signal });
  expect((await measured()).values.ringback_streams).toBe(1);
  leaving.abort();
  expect((await measured()).values.ringback_streams).toBe(0);
});
