/** The long history of the bench is one that the fold would leave: else its figures would tell of another desk. */

import { expect, test } from 'vitest';
import { rebuild } from '@/desk/rebuild';
import { openDesk } from '@/desk/the-desk';
import { readEnv } from '@/env';
import { ourNumbers, regularCalls, writeHistory } from '@/scripts/bench/history';
import { aDesk, aSqliteUrl, tableOf, webhookToken } from './desks';

test('a history that SQL wrote folds again to the same tables, to the byte', async () => {
  const url = aSqliteUrl();
  const before = await openDesk(readEnv({ DATABASE_URL: url, WEBHOOK_TOKENS: webhookToken }));
  await before.close();
  writeHistory(url.slice('file:'.length), 3000, Date.now());
  const desk = await aDesk('sqlite', { DATABASE_URL: url });
  const tables = ['calls', 'cases', 'dids', 'number_parts'] as const;
  const written = await Promise.all(tables.map((table) => tableOf(desk, table)));
  const [calls, cases, dids] = written.map((rows) => rows.length) as [number, number, number];
  expect(calls).toBeGreaterThan(3000 + regularCalls);
  expect(cases).toBeGreaterThan(calls / 20);
  expect(dids).toBe(ourNumbers.length);

  await rebuild(desk);
  const folded = await Promise.all(tables.map((table) => tableOf(desk, table)));
  for (const [place, rows] of written.entries()) expect(folded[place]).toEqual(rows);
});
