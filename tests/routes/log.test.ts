/** A run in which every door fails once: the log says so, and holds no number, token, name or note. */

import { afterAll, expect, test, vi } from 'vitest';
import { openLog } from '@/log';
import { aCdr } from '../builders';

// A wrong token is told of once a minute: these doors have told of none yet.
vi.resetModules();
const { closeWhatIsOpen } = await import('../after-the-file');
const { runSql, webhookToken } = await import('../desks');
const { aDeskAtTheDoors, ask, change, here, postCdr } = await import('./http');
afterAll(closeWhatIsOpen);

const name = 'Meenakshi of the mill';
const note = 'wants her refund by Friday';
const wrongToken = 'a-token-of-another-desk';

test('what goes wrong is told once each, and tells of nobody', async () => {
  const lines: string[] = [];
  Object.assign(globalThis, { ringbackLog: openLog('info', { write: (line) => void lines.push(line) }) });
  const { desk, missedCall } = await aDeskAtTheDoors();
  const { id, caller, did } = await missedCall();
  const address = `/api/callers/${encodeURIComponent(caller)}`;
  const statuses = [
    (await change('PATCH', address, { name })).status,
    (await change('POST', `/api/cases/${id}/decisions`, { kind: 'note', note })).status,
    (await postCdr(JSON.stringify(aCdr()), {}, `/api/webhook/cdr/${wrongToken}`)).status,
  ];
  expect(statuses).toEqual([200, 200, 401]);

  await runSql(desk, [
    ...['callers', 'caller_notes', 'decision_calls', 'legs'].map((table) => `drop table ${table}`),
  ]);
  const failed = [
    await change('PATCH', address, { name }),
    await change('POST', `${address}/notes`, { text: note }),
    await change('POST', `/api/cases/${id}/decisions`, { kind: 'note', note }),
    await ask(`/api/callers?q=${encodeURIComponent(name)}`),
    await postCdr(JSON.stringify(aCdr({ from: Number(caller.slice(1)) })), { headers: { origin: here } }),
  ].map(({ status }) => status);
  expect(failed).toEqual(failed.map(() => 500));

  const told = lines.map((line) => JSON.parse(line));
  expect(told.filter(({ level }) => level === 'error')).toHaveLength(failed.length);
  expect(told).toContainEqual(expect.objectContaining({ level: 'warn', times: 1 }));
  const marks = [caller.slice(1), did.slice(1), name, 'Meenakshi', note, wrongToken, webhookToken];
  for (const line of lines) expect(line).toMatch(/^\{.*\}\n$/);
  expect(marks.filter((mark) => lines.join('').includes(mark))).toEqual([]);
  // Control: what failed was about them, and stands there without its values.
  expect(lines.join('')).toMatch(/insert into|no such table|does not exist/i);
});
