/** The doors to callers: what they answer, and what they refuse. */

import { expect, test } from 'vitest';
import type { CallerJson, KnownCallersJson } from '@/domain/caller-json';
import { minute, morning } from '../builders';
import { aDeskAtTheDoors, ask, askJson, change, getBoard, here } from './http';

const { clock, missedCall } = await aDeskAtTheDoors();
clock.now = morning + 5 * minute;

const get = (caller: string, search = '', as = 'Asha') =>
  askJson<CallerJson & { error?: string }>(`/api/callers/${encodeURIComponent(caller)}${search}`, { as });
const importing = (body: string | Uint8Array, search: string, as = 'Asha') =>
  askJson(`/api/callers/import?${search}`, {
    method: 'POST',
    body: body as BodyInit,
    as,
    headers: { origin: here, 'content-type': 'text/csv' },
  });

test('a name goes from a patch to the board, whose ETag has changed', async () => {
  const { caller, did } = await missedCall();
  const search = `?${new URLSearchParams({ did })}`;
  const etag = (await getBoard(search)).headers.get('etag')!;
  expect(await change('PATCH', `/api/callers/${caller}`, { name: ' Meera\n Pillai\u0000 ' })).toMatchObject({
    status: 200,
  });
  const board = await getBoard(search, { headers: { 'if-none-match': etag } });
  expect(board.body.cases[0]?.caller).toMatchObject({ name: 'Meera Pillai', isSpam: false, key: caller });
  expect((await get(caller)).body).toMatchObject({
    caller: { e164: caller, name: 'Meera Pillai' },
    savedBy: 'Asha',
    figures: { rang: 1, missed: 1, reached: 0 },
  });
  await change('PATCH', `/api/callers/${caller}`, { name: '' });
  expect((await get(caller)).body.caller.name).toBeNull();
});

test.each([
  [{}, 'name'],
  [{ name: 'x'.repeat(101) }, 'name'],
  [{ name: 7 }, 'name'],
  [{ isSpam: 'yes' }, 'isSpam'],
])('%j is refused, with the field', async (body, field) => {
  const { caller } = await missedCall();
  expect(await change('PATCH', `/api/callers/${caller}`, body)).toMatchObject({
    status: 400,
    body: { field },
  });
});

test('notes are written and removed; an empty one is refused', async () => {
  const { caller } = await missedCall();
  const path = `/api/callers/${caller}/notes`;
  expect(await change('POST', path, { text: ' \u0000 ' })).toMatchObject({
    status: 400,
    body: { field: 'text' },
  });
  const { status, body } = await change('POST', path, { text: 'Mornings only.' }, { as: 'Ravi' });
  expect(status).toBe(201);
  expect((await get(caller)).body.notes).toMatchObject([{ by: 'Ravi', text: 'Mornings only.' }]);
  expect((await change('DELETE', `${path}/${body.id}`, undefined, { as: 'Omar' })).status).toBe(409);
  expect((await change('DELETE', `${path}/${body.id}`, undefined, { as: 'Ravi' })).status).toBe(200);
  expect((await change('DELETE', `${path}/${body.id}`, undefined, { as: 'Ravi' })).status).toBe(404);
});

test('a number that nobody knows is 404, and so is what is no number; a made-up cursor is 400', async () => {
  const { caller } = await missedCall();
  for (const key of ['+919999900000', 'hidden:x', '../x', '__proto__'])
    expect([key, (await get(key)).status]).toEqual([key, 404]);
  for (const search of ['?calls=x', '?cases=1.', '?calls=1e9.x'])
    expect((await get(caller, search)).status).toBe(400);
  expect((await askJson('/api/callers?cursor=%5B%5D')).status).toBe(400);
  expect((await askJson(`/api/callers?q=${'x'.repeat(101)}`)).status).toBe(400);
});

test('a list is looked at, imported, found and exported', async () => {
  const text = 'Name,Phone\nImported One,98410 55501\nImported Two,98410 55502\nImported Bad,x\n';
  const look = await importing(text, 'action=preview');
  expect(look).toMatchObject({ status: 200, body: { fresh: 2, faulty: 1, faults: [{ line: 4 }] } });
  const { seen } = look.body;
  expect((await importing(text, `action=import&seen=${seen}`)).status).toBe(400);
  expect((await importing(text, 'action=import&seen=x&leaveOut=yes')).status).toBe(409);
  expect((await importing(text, `action=import&seen=${seen}&leaveOut=yes`)).status).toBe(200);
  const { body } = await askJson<KnownCallersJson>('/api/callers?q=imported');
  expect(body.callers.map(({ name }) => name)).toEqual(['Imported One', 'Imported Two']);
  const file = await ask('/api/callers/export');
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(await file.text()).toContain("Imported One,'+919841055501,\r\n");
});

test('a list of more than 5 MB is refused, and so are columns that are none', async () => {
  expect((await importing(new Uint8Array(5 * 1024 * 1024 + 1), 'action=preview')).status).toBe(413);
  expect(await importing('a,b', 'columns=name,colour')).toMatchObject({
    status: 400,
    body: { field: 'columns' },
  });
});
