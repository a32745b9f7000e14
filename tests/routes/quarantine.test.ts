/** What was not understood, over HTTP: listed, read again without doubling anything, discarded with a note. */

import { beforeEach, describe, expect, test } from 'vitest';
import type { QuarantinedJson } from '@/desk/quarantine';
import { aCaller, aCdr, aDid, aLeg, aLegB, type CdrJson, minute, morning } from '../builders';
import { post, tableOf } from '../desks';
import { personAt } from '../signed-in';
import { aDeskAtTheDoors, askJson, change, getBoard, getCase } from './http';

type Page = { waiting: number; records: QuarantinedJson[]; next: string | null };

const getPage = async (cursor?: string) =>
  (await askJson<Page>(`/api/quarantine${cursor === undefined ? '' : `?cursor=${cursor}`}`)).body;
const readAll = async () => (await change('POST', '/api/quarantine', { action: 'read' })).body;
const settle = (place: string, body: object, as?: string) =>
  change('POST', `/api/quarantine/${place}`, body, { as });
const read = (place: string, by = 'Asha') => settle(place, { action: 'read' }, by);
const discard = (place: string, by = 'Asha', note = 'A try of ours.') =>
  settle(place, { action: 'discard', note }, by);
const placeOf = ({ delivery, position }: QuarantinedJson) => `${delivery}.${position}`;
const ours = (given: CdrJson = {}) => aCdr({ to: aDid(), from: aCaller(), ...given });

describe('on one desk', async () => {
  const { desk, clock } = await aDeskAtTheDoors();
  // Those who look after the desk besides Asha.
  for (const name of ['Ravi', ...Array.from({ length: 20 }, (_, who) => `Person ${who}`)])
    await personAt(desk, name, { role: 'admin' });
  beforeEach(() => {
    clock.now = morning + minute;
  });

  /** A delivery of which the reader of then understood nothing: what stands there is read by the one of now. */
  async function setAside(
    body: unknown,
    positions = [0],
    { method = 'POST', receivedAt = clock.now } = {},
  ): Promise<string[]> {
    const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    const deliveryId = await desk.store.write(async (tx) => {
      const outcome = 'quarantined' as const;
      const delivery = { receivedAt, token: 'fingerprint', method, contentType: null, body: bytes, outcome };
      const [id] = await tx.saveDeliveries([delivery]);
      const reason = 'The reader of then did not know this.';
      await tx.saveQuarantined(
        positions.map((position) => ({ deliveryId: id!, position, reason, at: receivedAt })),
      );
      return id!;
    });
    return positions.map((position) => `${deliveryId}.${position}`);
  }

  /** Posts what nobody understands; the place at which it waits. */
  async function nonsense(body: unknown = { nonsense: crypto.randomUUID() }): Promise<string> {
    await post(desk, body);
    return placeOf((await getPage()).records[0]!);
  }

  const isWaiting = async (place: string) => (await getPage()).records.some((it) => placeOf(it) === place);
  const settledRow = async (place: string) =>
    (await tableOf(desk, 'quarantine')).find((row) => `${row.delivery_id}.${row.position}` === place);

  describe('the list', () => {
    test('tells the reason and the record, the newest first, and how many wait', async () => {
      const before = (await getPage()).waiting;
      await post(desk, [ours(), { hello: 'world' }, 7]);
      const { waiting, records } = await getPage();
      expect(waiting).toBe(before + 2);
      expect((await getBoard()).body.counts.quarantined).toBe(waiting);
      expect(records.slice(0, 2)).toEqual([
        {
          delivery: expect.any(Number),
          position: 2,
          reason: 'Not a JSON object.',
          receivedAt: '2026-11-22T04:31:00.000Z',
          text: '7',
        },
        expect.objectContaining({
          position: 1,
          reason: 'Neither a call detail record nor a live event.',
          text: '{\n  "hello": "world"\n}',
        }),
      ]);
    });

    test('shows a body that is not JSON as it came, and of a long one the beginning', async () => {
      await post(desk, '{"status": "missed"');
      expect((await getPage()).records[0]).toMatchObject({ position: -1, text: '{"status": "missed"' });
      await post(desk, 'x'.repeat(200_000));
      const { text } = (await getPage()).records[0]!;
      expect(text).toMatch(/^x{1000,5000} …$/);
    });

    test('comes page by page, each record once', async () => {
      await post(
        desk,
        Array.from({ length: 120 }, (_, at) => ({ nonsense: at })),
      );
      const pages = [await getPage()];
      for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) pages.push(await getPage(next));
      const places = pages.flatMap(({ records }) => records.map(placeOf));
      expect(pages[0]?.records).toHaveLength(50);
      expect(places).toHaveLength(pages[0]!.waiting);
      expect(new Set(places).size).toBe(places.length);
      expect(places.slice(0, 120).map((place) => place.split('.')[1])).toEqual(
        Array.from({ length: 120 }, (_, at) => String(119 - at)),
      );
      await readAll();
    });

    test.each(['', 'x', '1', '1.x', '1.-2', '-1.0', '1.0.0', '9'.repeat(20)])(
      'with the cursor %j is refused with the field',
      async (cursor) => {
        expect(await askJson(`/api/quarantine?cursor=${cursor}`)).toMatchObject({
          status: 400,
          body: { field: 'cursor', error: expect.stringMatching(/\.$/) },
        });
      },
    );
  });

  describe('read again', () => {
    test('and still not understood, it stays with its reason, however often', async () => {
      const place = await nonsense();
      const before = (await getPage()).records[0];
      for (let time = 0; time < 3; time += 1) {
        expect(await read(place)).toMatchObject({ status: 200, body: { understood: false } });
      }
      expect((await getPage()).records[0]).toEqual(before);
      expect(await readAll()).toMatchObject({ read: 0, waiting: (await getPage()).waiting });
      expect(await isWaiting(place)).toBe(true);
    });

    test('by a better reader, it is a call on the board, and the second time doubles nothing', async () => {
      const record = ours();
      const { callId } = aLeg(record);
      const [place] = await setAside(record);
      expect((await getCase(callId)).status).toBe(404);
      const { revision, counts } = (await getBoard()).body;
      expect(await read(place!)).toMatchObject({ status: 200, body: { understood: true } });

      const board = (await getBoard()).body;
      expect(board.revision).toBeGreaterThan(revision);
      expect(board.counts).toMatchObject({ open: counts.open + 1, quarantined: counts.quarantined - 1 });
      expect((await getCase(callId)).body).toMatchObject({ state: 'open', missedCount: 1, callsTotal: 1 });
      expect(await isWaiting(place!)).toBe(false);
      expect(await settledRow(place!)).toMatchObject({ settled_as: 'read', settled_by: 'Asha' });

      const legs = await tableOf(desk, 'legs');
      expect(await read(place!, 'Ravi')).toMatchObject({
        status: 409,
        body: { error: expect.stringContaining('Asha'), by: 'Asha', kind: 'read' },
      });
      await readAll();
      expect(await post(desk, record)).toMatchObject({ new: 0 });
      expect(await tableOf(desk, 'legs')).toEqual(legs);
      expect((await getBoard()).body.counts).toEqual(board.counts);
    });

    test('what has come another way meanwhile is no second call, and the earliest receipt holds', async () => {
      const record = ours();
      const [place] = await setAside(record, [0], { receivedAt: morning + minute });
      clock.now = morning + 5 * minute;
      await post(desk, record);
      expect(await read(place!)).toMatchObject({ body: { understood: true } });
      expect((await getCase(aLeg(record).callId)).body).toMatchObject({ missedCount: 1 });
      const legs = (await tableOf(desk, 'legs')).filter((leg) => leg.call_id === aLeg(record).callId);
      expect(legs.map((leg) => Number(leg.first_received_at))).toEqual([morning + minute]);
    });

    test('all of them: what is understood leaves the list, the rest stays', async () => {
      const [one, other] = [ours(), ours()];
      const stays = await nonsense();
      await setAside([one, { nonsense: 1 }, other], [0, 1, 2]);
      const { waiting } = await getPage();
      expect(await readAll()).toEqual({ read: 2, waiting: waiting - 2 });
      for (const record of [one, other]) expect((await getCase(aLeg(record).callId)).status).toBe(200);
      expect(await isWaiting(stays)).toBe(true);
      expect(await readAll()).toEqual({ read: 0, waiting: waiting - 2 });
    });

    test('more than one part holds: all of them, and both legs of a call are one', async () => {
      const calls = Array.from({ length: 60 }, () => ours());
      const { open } = (await getBoard()).body.counts;
      await setAside(
        calls.flatMap((legA) => [legA, aLegB(legA)]),
        Array.from({ length: 120 }, (_, position) => position),
      );
      expect(await readAll()).toMatchObject({ read: 120 });
      expect((await getBoard()).body.counts.open).toBe(open + 60);
    });

    test('a whole body that could not be opened may now hold many records', async () => {
      const [one, other] = [ours(), ours()];
      const [place] = await setAside([one, other], [-1]);
      expect(await read(place!)).toMatchObject({ body: { understood: true } });
      for (const record of [one, other]) expect((await getCase(aLeg(record).callId)).status).toBe(200);
    });

    test('a whole body of which one record is still wrong waits on, and what is right is on the board', async () => {
      const record = ours();
      const [place] = await setAside([record, { nonsense: 1 }], [-1]);
      for (let time = 0; time < 2; time += 1) {
        expect(await read(place!)).toMatchObject({ body: { understood: false } });
        expect((await getCase(aLeg(record).callId)).body.missedCount).toBe(1);
      }
      expect((await getPage()).records[0]?.reason).toBe('Neither a call detail record nor a live event.');
    });

    test('a record that came in a query', async () => {
      const record = ours();
      const query = new URLSearchParams(record as Record<string, string>).toString();
      const [place] = await setAside(query, [0], { method: 'GET' });
      expect(await read(place!)).toMatchObject({ body: { understood: true } });
      expect((await getBoard(`?q=${record.from}`)).body.cases).toHaveLength(1);
    });

    test('a place at which its body has no record is not understood', async () => {
      const [place] = await setAside([ours()], [3]);
      expect(await read(place!)).toMatchObject({ body: { understood: false } });
      expect(await isWaiting(place!)).toBe(true);
    });
  });

  describe('discarded', () => {
    test('with a note, it is off the list, and who did it and why is kept', async () => {
      const place = await nonsense();
      const { waiting } = await getPage();
      const { revision } = (await getBoard()).body;
      expect((await discard(place, 'Asha', '  A try of ours.  ')).status).toBe(200);
      expect((await getPage()).waiting).toBe(waiting - 1);
      expect((await getBoard()).body.revision).toBeGreaterThan(revision);
      expect(await settledRow(place)).toMatchObject({
        settled_as: 'discarded',
        settled_by: 'Asha',
        note: 'A try of ours.',
      });
    });

    test.each([{}, { note: '' }, { note: '   ' }, { note: 7 }, { note: 'x'.repeat(2001) }, { note: null }])(
      'without a sound note it is not: %j',
      async (given) => {
        const place = await nonsense();
        expect(await settle(place, { action: 'discard', ...given })).toMatchObject({
          status: 400,
          body: { field: 'note', error: expect.stringMatching(/^`note` (must|has|is) .+\.$/) },
        });
        expect(await isWaiting(place)).toBe(true);
      },
    );

    test('it stays discarded: the second is told who was first, and a better reader leaves it', async () => {
      const record = ours();
      const [place] = await setAside(record);
      await discard(place!);
      clock.now += minute;
      for (const second of [await discard(place!, 'Ravi'), await read(place!, 'Ravi')]) {
        expect(second).toMatchObject({
          status: 409,
          body: {
            error: expect.stringContaining('Asha'),
            by: 'Asha',
            at: '2026-11-22T04:31:00.000Z',
            kind: 'discarded',
          },
        });
      }
      await readAll();
      expect((await getCase(aLeg(record).callId)).status).toBe(404);
    });
  });

  test('of twenty who read or discard at once exactly one wins, and the others are told who', async () => {
    const [place] = await setAside(ours());
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, who) => (who % 2 ? read : discard)(place!, `Person ${who}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)]);
    const { settled_by: winner } = (await settledRow(place!))!;
    expect(answers.find(({ status }) => status === 200)).toBe(answers[Number(String(winner).split(' ')[1])]);
    for (const { status, body } of answers) if (status === 409) expect(body.by).toBe(winner);
  });

  test.each(['999999.0', '1.99999', 'x', '1', '1.0.0', '-1.0', '1.-2', `${'9'.repeat(15)}.0`])(
    'a place that is none is 404: %j',
    async (place) => {
      for (const answer of [await read(place), await discard(place)]) {
        expect(answer).toMatchObject({ status: 404, body: { error: expect.stringMatching(/\.$/) } });
      }
    },
  );

  test.each([
    ['action', {}],
    ['action', { action: 'burn' }],
  ])('a wrong %s is refused with the field: %j', async (field, body) => {
    const place = await nonsense();
    const refused = { status: 400, body: { field, error: expect.stringMatching(/^`\w+` (must|is) .+\.$/) } };
    expect(await settle(place, body)).toMatchObject(refused);
    expect(await change('POST', '/api/quarantine', body)).toMatchObject(refused);
  });

  test('no other site changes it', async () => {
    const place = await nonsense();
    const foreign = { origin: 'https://evil.example' };
    for (const path of ['/api/quarantine', `/api/quarantine/${place}`]) {
      const body = { action: 'discard', note: 'x' };
      expect((await change('POST', path, body, { headers: foreign })).status).toBe(403);
    }
    expect(await isWaiting(place)).toBe(true);
  });
});
