/** What was, found again: by number or name, by person, outcome and day, call by call, as a file, and as a saved view. */

import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { eraseCaller } from '@/desk/erase-caller';
import { rebuild } from '@/desk/rebuild';
import type { CallPageJson } from '@/domain/call-row';
import { aCaller, aCdr, aDid, aLegB, day, minute, morning } from '../builders';
import { type Engine, post, runSql, tableOf } from '../desks';
import { personAt } from '../signed-in';
import { aDeskAtTheDoors, ask, askJson, change, getBoard } from './http';

const search = (given: Record<string, string>) => `?${new URLSearchParams(given)}`;

/** One desk stands behind the doors of a test file: each engine has a file of its own. */
export const findingOn = (engine: Engine) =>
  describe(`on ${engine}`, async () => {
    const { desk, clock } = await aDeskAtTheDoors({}, engine);
    const did = aDid();
    const other = aDid();
    const given = { did: `+${did}` };
    const missedAt = async (when: number, more: object = {}) => {
      clock.now = when;
      const from = aCaller();
      const record = aCdr({
        to: did,
        from,
        time: when,
        start_time: when / 1000,
        end_time: when / 1000 + 9,
        ...more,
      });
      await post(desk, record, when + 1000);
      const { cases } = (await getBoard(search({ state: 'all', q: String(record.from) }))).body;
      return { from: String(record.from), id: cases[0]?.id ?? '' };
    };
    /** A desk's clock never goes back: where this one does, something else has changed as well. */
    const setClock = async (when: number) => {
      clock.now = when;
      await desk.store.write((tx) => tx.raiseRevision(1));
    };
    const decide = (id: string, wish: object, as = 'Asha') =>
      change('POST', `/api/cases/${id}/decisions`, wish, { as });
    const idsIn = async (more: Record<string, string>) =>
      (await getBoard(search({ ...given, ...more }))).body.cases.map(({ id }) => id);

    // Three days: the evening of Friday, which is Saturday's in no zone but the desk's, and two mornings.
    const friday = morning - 2 * day + 14 * 60 * minute + 45 * minute;
    const first = await missedAt(friday);
    const second = await missedAt(morning - day);
    const third = await missedAt(morning);
    const fourth = await missedAt(morning + minute);
    clock.now = morning + 2 * minute;
    await decide(first.id, { kind: 'spam' });
    await decide(second.id, { kind: 'called_back' }, 'Ravi');
    await decide(third.id, { kind: 'claim' }, 'Ravi');
    await decide(fourth.id, { kind: 'tried' }, 'Ravi');

    test('the views hold what they say', async () => {
      expect(await idsIn({})).toEqual([third.id, fourth.id]);
      expect(await idsIn({ state: 'attempted' })).toEqual([fourth.id]);
      expect(await idsIn({ state: 'overdue' })).toEqual([]);
      await setClock(morning + 30.5 * minute);
      expect(await idsIn({ state: 'overdue' })).toEqual([third.id]);
      await setClock(morning + 2 * minute);
    });

    test('a person’s cases are those that they claimed, tried or closed', async () => {
      expect(await idsIn({ who: 'Ravi' })).toEqual([third.id, fourth.id]);
      expect(await idsIn({ who: 'Ravi', state: 'closed' })).toEqual([second.id]);
      expect(await idsIn({ who: 'Ravi', state: 'all' })).toEqual([fourth.id, third.id, second.id]);
      expect(await idsIn({ who: 'Asha', state: 'all' })).toEqual([first.id]);
      expect(await idsIn({ who: 'Nobody', state: 'all' })).toEqual([]);
      await setClock(morning + 20 * minute);
      expect(await idsIn({ who: 'Ravi' }), 'the claim has lapsed').toEqual([fourth.id]);
      await setClock(morning + 2 * minute);
    });

    test('an outcome finds the closed cases that ended so, time’s own among them', async () => {
      expect(await idsIn({ outcome: 'spam' })).toEqual([first.id]);
      expect(await idsIn({ outcome: 'called_back', state: 'all' })).toEqual([second.id]);
      expect(await idsIn({ outcome: 'expired' })).toEqual([]);
      await setClock(morning + 8 * day);
      expect(await idsIn({ outcome: 'expired' })).toEqual([fourth.id, third.id]);
      await setClock(morning + 2 * minute);
    });

    test('days are those of the desk’s zone, both inclusive', async () => {
      expect(await idsIn({ state: 'all', to: '2026-11-20' })).toEqual([]);
      expect(await idsIn({ state: 'all', from: '2026-11-21', to: '2026-11-21' })).toEqual([
        second.id,
        first.id,
      ]);
      expect(await idsIn({ state: 'all', from: '2026-11-22', on: 'clock' })).toEqual([fourth.id, third.id]);
      expect(await idsIn({ state: 'closed', from: '2026-11-21', to: '2026-11-21', on: 'closed' })).toEqual(
        [],
      );
      expect(await idsIn({ state: 'closed', from: '2026-11-22', on: 'closed' })).toHaveLength(2);
    });

    test('a case lies in every day on which its caller was missed, and in those between', async () => {
      const to = aDid();
      const from = aCaller();
      for (const when of [morning - 3 * day, morning])
        await post(
          desk,
          aCdr({ to, from, time: when, start_time: when / 1000, end_time: when / 1000 + 9 }),
          when,
        );
      const on = async (date: string) =>
        (await getBoard(search({ state: 'all', did: `+${to}`, from: date, to: date }))).body.cases.length;
      expect([await on('2026-11-18'), await on('2026-11-19'), await on('2026-11-20')]).toEqual([0, 1, 1]);
      expect([await on('2026-11-22'), await on('2026-11-23')]).toEqual([1, 0]);
    });

    test('any part of a number finds its case, however short, and so does any part of a name', async () => {
      await runSql(desk, [
        `insert into callers (caller, name, is_spam, saved_at, "by")
       values ('+${third.from}', 'Arun Textiles', ${engine === 'sqlite' ? 0 : false}, 1, 'Asha')`,
      ]);
      const tail = third.from.slice(-4);
      for (const q of [
        third.from,
        third.from.slice(3),
        tail,
        `${third.from.slice(2, 7)} ${third.from.slice(7)}`,
      ])
        expect(await idsIn({ state: 'all', q }), q).toContain(third.id);
      expect(await idsIn({ state: 'all', q: third.from.slice(-3) })).toContain(third.id);
      for (const q of ['arun', 'TEXTILES', 'ext aru', `Arun ${third.from.slice(-2)}`])
        expect(await idsIn({ state: 'all', q }), q).toEqual([third.id]);
      // In the number of a caller here, four digits may stand anywhere: five zeros stand nowhere.
      for (const q of ['Arun 00000', 'Meera', '%', '999999999999'])
        expect(await idsIn({ state: 'all', q }), q).toEqual([]);
    });

    test('the ends of numbers are the same when all is folded again, and go with the caller', async () => {
      const parts = () => tableOf(desk, 'number_parts');
      const before = await parts();
      expect(before.length).toBeGreaterThan(30);
      await rebuild(desk);
      const sorted = (rows: Record<string, unknown>[]) =>
        rows.map((row) => `${row.part} ${row.caller}`).sort();
      expect(sorted(await parts())).toEqual(sorted(before));
      const gone = await missedAt(morning + 3 * minute);
      expect((await parts()).some(({ caller }) => caller === `+${gone.from}`)).toBe(true);
      await eraseCaller(desk, await personAt(desk, 'Asha'), gone.from, clock.now);
      expect((await parts()).some(({ caller }) => caller === `+${gone.from}`)).toBe(false);
    });

    describe('all calls', async () => {
      clock.now = morning + 5 * minute;
      const to = other;
      for (let call = 0; call < 7; call += 1) {
        // Two and two begin in one second.
        const when = morning - (call >> 1) * minute;
        const record = aCdr({
          to,
          from: aCaller(),
          start_time: when / 1000,
          end_time: when / 1000 + 9,
          time: when,
        });
        await post(desk, call < 2 ? [record, aLegB(record, { status: 'answered', duration: 8 })] : record);
      }
      const staffed = { direction: 'outbound', from: to, to: aCaller(), virtual_number: to, user: 'ravi' };
      await post(desk, aCdr({ ...staffed, status: 'answered', duration: 42, time: morning + minute }));
      const mine = { did: `+${to}` };
      const callsIn = (more: Record<string, string> = {}) =>
        askJson<CallPageJson>(`/api/calls${search({ ...mine, ...more })}`);
      const idsOf = ({ calls }: CallPageJson) => calls.map(({ id }) => id);

      test('come page by page, the newest first, each once, there and back', async () => {
        const whole = (await callsIn()).body;
        expect(whole).toMatchObject({ older: null, newer: null });
        const began = whole.calls.map(({ startedAt }) => startedAt);
        expect(began).toEqual(began.toSorted().reverse());
        const pages = [(await callsIn({ limit: '3' })).body];
        for (let older = pages[0]!.older; older !== null; older = pages.at(-1)!.older)
          pages.push((await callsIn({ limit: '3', cursor: older })).body);
        expect(pages.flatMap(idsOf)).toEqual(idsOf(whole));
        expect(pages.map((page) => page.newer !== null)).toEqual(pages.map((_, index) => index > 0));
        const back = (await callsIn({ limit: '3', newer: pages[2]!.newer! })).body;
        expect(idsOf(back)).toEqual(idsOf(pages[1]!));
        expect(idsOf((await callsIn({ limit: '3', newer: back.newer! })).body)).toEqual(idsOf(pages[0]!));
      });

      test('are found by what they were, by whom and when', async () => {
        const count = async (more: Record<string, string>) => (await callsIn(more)).body.calls.length;
        const whole = (await callsIn()).body.calls;
        for (const verdict of ['missed', 'answered', 'undecided', 'outbound_answered', 'outbound_missed'])
          expect(await count({ verdict }), verdict).toBe(whole.filter((it) => it.verdict === verdict).length);
        expect([await count({ verdict: 'missed' }), await count({ verdict: 'answered' })]).toEqual([5, 2]);
        expect(await count({ direction: 'inbound' })).toBe(7);
        expect(await count({ who: 'ravi' })).toBe(whole.filter(({ staff }) => staff === 'ravi').length);
        expect(await count({ from: '2026-11-22', to: '2026-11-22' })).toBe(whole.length);
        expect(await count({ to: '2026-11-21' })).toBe(0);
        const wanted = whole[3]!;
        expect(idsOf((await callsIn({ q: wanted.caller.e164!.slice(-6) })).body)).toContain(wanted.id);
        expect((await callsIn({ verdict: 'lost' })).body).toMatchObject({ field: 'verdict' });
      });

      test('lead to the case, and a viewer sees no number whole and cannot search for one', async () => {
        const [seen] = (await callsIn({ verdict: 'missed' })).body.calls;
        expect((await ask(`/api/cases/${seen!.caseId}`)).status).toBe(200);
        const path = `/api/calls${search({ ...mine, q: seen!.caller.e164!.slice(-6) })}`;
        const answer = await ask(path, { as: 'Cleo' });
        const text = await answer.text();
        expect(text).not.toContain(seen!.caller.e164!.slice(-8));
        expect((JSON.parse(text) as CallPageJson).calls.length).toBe((await callsIn()).body.calls.length);
      });

      test('of another number are none of theirs who may not see it', async () => {
        await personAt(desk, 'Lata', { role: 'agent', dids: [`+${did}`] });
        const page = await askJson<CallPageJson>('/api/calls?limit=200', { as: 'Lata' });
        expect(new Set(page.body.calls.map((call) => call.did.e164))).toEqual(new Set([`+${did}`]));
        expect((await askJson<CallPageJson>(`/api/calls?did=%2B${to}`, { as: 'Lata' })).body.calls).toEqual(
          [],
        );
      });
    });

    describe('a file', () => {
      const fileOf = async (path: string, init = {}) => {
        const answer = await ask(path, init);
        const text = await answer.text();
        return { answer, text, rows: parse(text, { bom: true }) as string[][] };
      };

      test('holds what is filtered, to the last row, as Excel reads it', async () => {
        const { answer, rows, text } = await fileOf(`/api/cases.csv${search({ ...given, state: 'all' })}`);
        expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
        expect(answer.headers.get('content-disposition')).toBe('attachment; filename="cases.csv"');
        expect(text.replaceAll('\r\n', '')).not.toContain('\n');
        const [head, ...cases] = rows;
        expect(head).toContain('First missed (Asia/Kolkata)');
        expect(cases.map((row) => row.at(-1))).toEqual(await idsIn({ state: 'all' }));
        const spam = cases.find((row) => row.at(-1) === first.id)!;
        expect(spam[0]).toBe(`tel:+${first.from}`);
        expect(spam).toContain('2026-11-21 00:45:00');
        expect(spam).toContain('Spam');
        expect((await fileOf(`/api/cases.csv${search({ ...given, outcome: 'spam' })}`)).rows).toHaveLength(2);
      });

      test('goes on beyond a page, page by page', async () => {
        const to = aDid();
        const records = Array.from({ length: 203 }, () => aCdr({ to, from: aCaller() }));
        await post(desk, records);
        const all = { did: `+${to}`, state: 'all' };
        expect((await fileOf(`/api/cases.csv${search(all)}`)).rows).toHaveLength(204);
        const { rows } = await fileOf(`/api/calls.csv${search({ did: `+${to}` })}`);
        expect(new Set(rows.map((row) => row.at(-1))).size).toBe(204);
      });

      test('speaks the reader’s language', async () => {
        const { rows } = await fileOf('/api/calls.csv?limit=1', { headers: { 'accept-language': 'hi' } });
        expect(rows[0]).toContain('कॉल करने वाला');
      });

      test('is in the audit with its filters, and with no number of a caller', async () => {
        await ask(`/api/cases.csv${search({ ...given, state: 'all', q: third.from })}`);
        const said = (await tableOf(desk, 'audit')).filter(({ what }) => what === 'exported cases');
        const about = JSON.parse(String(said.at(-1)!.about));
        expect(about).toMatchObject({ did: `+${did}`, state: 'all' });
        expect(String(said.at(-1)!.about)).not.toContain(third.from.slice(-8));
      });

      test('is not for viewers, and not for asking again and again', async () => {
        expect((await ask('/api/cases.csv', { as: 'Cleo' })).status).toBe(403);
        expect((await ask('/api/cases.csv?state=lost')).status).toBe(400);
        const answers = [];
        for (let turn = 0; turn < 25; turn += 1)
          answers.push((await ask('/api/calls.csv?from=2099-01-01', { as: 'Meera' })).status);
        expect(answers.slice(0, 20)).toEqual(Array(20).fill(200));
        expect(answers).toContain(429);
      });
    });

    test('a saved view is its maker’s own: kept, renamed, removed, and never more than fifty', async () => {
      const views = async (as = 'Asha') =>
        (await askJson<{ views: object[] }>('/api/views', { as })).body.views;
      const sales = { name: 'Spam of Sales', query: 'view=closed&outcome=spam' };
      const made = await change('POST', '/api/views', sales);
      expect(made).toMatchObject({ status: 201, body: sales });
      expect(await views()).toEqual([made.body]);
      expect(await views('Ravi')).toEqual([]);
      const path = `/api/views/${made.body.id}`;
      expect((await change('PATCH', path, { name: 'Mine' }, { as: 'Ravi' })).status).toBe(404);
      expect((await change('DELETE', path, {}, { as: 'Ravi' })).status).toBe(404);
      expect((await change('PATCH', path, { name: ' स्पैम ' })).body).toMatchObject({ name: 'स्पैम' });
      expect((await change('PATCH', path, { name: '' })).body).toMatchObject({ field: 'name' });
      expect((await change('POST', '/api/views', { ...sales, name: 'x'.repeat(61) })).status).toBe(400);
      expect((await change('DELETE', path)).status).toBe(200);
      expect((await change('DELETE', path)).status).toBe(404);
      const many = Array.from({ length: 51 }, (_, index) => ({ ...sales, name: `View ${index}` }));
      const answers = [];
      for (const view of many)
        answers.push((await change('POST', '/api/views', view, { as: 'Cleo' })).status);
      expect(answers).toEqual([...Array(50).fill(201), 409]);
    });
  });
