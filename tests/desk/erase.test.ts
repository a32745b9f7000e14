/** Erasing a caller: afterwards nothing of the number is found in the bytes of the database, however it was sent. */

import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { loadAudit } from '@/desk/audit';
import { decide } from '@/desk/decide';
import { addCallerNote, describeCaller } from '@/desk/describe-caller';
import { discard } from '@/desk/discard';
import { countErasure, eraseCaller } from '@/desk/erase-caller';
import { readAgain } from '@/desk/read-again';
import { rebuild } from '@/desk/rebuild';
import { saveView } from '@/desk/saved-views';
import type { Desk } from '@/desk/the-desk';
import { aCaller, aCdr, aDid, aLeg, aLegB, asha, minute, morning, ravi } from '../builders';
import { aDesk, type Engine, engines, post, tableOf } from '../desks';
import { timesFound } from '../stored-bytes';

const then = morning + 300 * minute;
const digits = '9884455667';
const spellings = [`+91${digits}`, `91${digits}`, `0${digits}`, `0091${digits}`, digits];

async function boardOf(desk: Desk) {
  return {
    calls: await tableOf(desk, 'calls'),
    cases: await tableOf(desk, 'cases'),
    legs: await tableOf(desk, 'legs'),
  };
}

/** The caller everywhere where a number can get to, amid so many others that the pages of the file are split. */
async function busyDesk(engine: Engine) {
  const desk = await aDesk(engine);
  const did = aDid();
  const others = Array.from({ length: 300 }, () => aCdr({ to: did, from: aCaller() }));
  for (const [index, other] of others.entries()) {
    const from = spellings[index % spellings.length];
    const theirs = aCdr({
      to: did,
      from,
      time: morning + index * minute,
      start_time: morning / 1000 + index * 60,
    });
    if (index % 30 === 0)
      await post(desk, [theirs, other, aLegB(theirs, { from: undefined })], morning + index * minute);
    else await post(desk, other, morning + index * minute);
  }
  const ours = aCdr({ from: did, to: digits, direction: 'outbound', time: morning + 400 * minute });
  await post(
    desk,
    `${new URLSearchParams({ ...(ours as Record<string, string>), from: String(did) })}`,
    then,
  );
  // As the customer's own text, as a live event, and in what nobody understands.
  const mentioned = aCdr({ to: did, from: aCaller(), extra_params: `{"callback":"+91 98844 55667"}` });
  await post(desk, { cdr: [mentioned] }, then);
  await post(desk, { type: 'event', status: 'ringing', cmiuuid: 'x', from: `+91${digits}` }, then);
  await post(desk, [{ nonsense: 1 }, { nonsense: `0${digits}` }, others[0], { nonsense: 2 }], then);
  await post(desk, `what is this, ${digits}?`, then);
  const [first] = others;
  const note = (text: string, at: number) =>
    decide(desk, ravi, [aLeg(first).callId], { kind: 'note', note: text, until: null }, at);
  await note(`Said to ring 098844-55667 instead.`, then);
  const theirCall = (await tableOf(desk, 'calls')).find(
    ({ caller, case_id }) => caller === `+91${digits}` && case_id,
  );
  await decide(desk, ravi, [String(theirCall?.id)], { kind: 'note', note: 'Is angry.', until: null }, then);
  await desk.store.write((tx) =>
    tx.saveAudit({ at: then, personId: null, by: 'Asha', what: 'exported', about: `{"q":"0${digits}"}` }),
  );
  await describeCaller(desk, ravi, `+91${digits}`, { name: 'Meera of Adyar', isSpam: true }, then);
  expect(await saveView(desk, asha, { name: 'Meera', query: `q=0${digits}` }, then)).not.toBeNull();
  await addCallerNote(desk, ravi, `+91${digits}`, 'Likes to be rung at noon.', then);
  await describeCaller(desk, ravi, `+${others[2]?.from}`, { name: `Brother of 0${digits}` }, then);
  expect(await saveView(desk, asha, { name: 'Meera', query: `q=0${digits}` }, then)).not.toBeNull();
  await addCallerNote(desk, ravi, `+${others[2]?.from}`, `Knows +91 ${digits}.`, then);
  const quarantined = await tableOf(desk, 'quarantine');
  const last = quarantined.find(({ position }) => Number(position) === 3)!;
  const place = { deliveryId: Number(last.delivery_id), position: 3 };
  return { desk, others, mentioned, place };
}

describe.each(engines)('on %s', (engine) => {
  test('a byte search finds the number before, in many places, and nowhere afterwards', async () => {
    const { desk, others, mentioned, place } = await busyDesk(engine);
    const other = String(others[1]?.from);
    expect(timesFound(desk, digits)).toBeGreaterThan(40);
    const kept = timesFound(desk, other);
    const counted = await countErasure(desk, asha, '098844 55667', then);
    expect(counted).toMatchObject({ is: 'counted', counts: { calls: 12, decisions: 1 } });
    expect(timesFound(desk, digits)).toBeGreaterThan(40);

    const erased = await eraseCaller(desk, asha, '098844 55667', then);
    expect(erased).toMatchObject({ is: 'erased', counts: { calls: 12 }, isScrubbed: true });
    for (const said of [digits, '98844 55667', '98844-55667', 'Meera of Adyar', 'Likes to be rung']) {
      expect(timesFound(desk, said), said).toBe(0);
    }
    expect(timesFound(desk, other)).toBeGreaterThanOrEqual(engine === 'postgres' ? kept : 1);

    // Everybody else is there as before: their calls, their records in the bodies, what waits in quarantine.
    const ids = new Set((await tableOf(desk, 'calls')).map(({ id }) => id));
    expect(others.every((cdr) => ids.has(aLeg(cdr).callId))).toBe(true);
    expect(ids.size).toBe(others.length);
    expect(ids.has(aLeg(mentioned).callId)).toBe(false);
    const bodies = (await tableOf(desk, 'deliveries')).map(({ body }) => String(body));
    expect(others.every((cdr) => bodies.some((body) => body.includes(String(cdr.conversation_uuid))))).toBe(
      true,
    );
    const moved = { ...place, position: 2 };
    expect(await readAgain(desk, asha, moved, then)).toEqual({ is: 'read', understood: false });
    expect(await discard(desk, asha, moved, 'A try of ours.', then)).toEqual({ is: 'discarded' });
    const notes = (await tableOf(desk, 'decisions')).map(({ note }) => note);
    expect(notes).toEqual(['Said to ring (erased) instead.']);

    expect(await tableOf(desk, 'callers')).toMatchObject([{ name: 'Brother of (erased)' }]);
    expect(await tableOf(desk, 'caller_notes')).toMatchObject([{ text: 'Knows (erased).' }]);

    const before = await boardOf(desk);
    await rebuild(desk);
    expect(await boardOf(desk)).toEqual(before);
    const { rows } = await loadAudit(desk, asha, null);
    expect(rows.find(({ what }) => what === 'erased a caller')).toMatchObject({
      by: 'Asha',
      about: { calls: 12 },
    });
    expect(timesFound(desk, digits)).toBe(0);
  });

  test('one of our own numbers, or no number, is refused; and of somebody unknown there is nothing', async () => {
    const desk = await aDesk(engine);
    const cdr = aCdr({ to: aDid(), from: aCaller() });
    await post(desk, cdr, morning);
    expect(await eraseCaller(desk, asha, String(cdr.to), then)).toMatchObject({ is: 'refused', status: 409 });
    expect(await eraseCaller(desk, asha, 'anonymous', then)).toMatchObject({ is: 'refused', status: 400 });
    const nobody = { calls: 0, cases: 0, decisions: 0 };
    expect(await eraseCaller(desk, asha, `+91${digits}`, then)).toMatchObject({ counts: nobody });
    expect(await tableOf(desk, 'calls')).toHaveLength(1);
  });
});

test('control: rows that are only deleted leave the number in the files, which erasing finds and clears', async () => {
  const { desk } = await busyDesk('sqlite');
  const file = new Database(desk.env.DATABASE_URL.slice('file:'.length));
  for (const table of [
    'legs',
    'calls',
    'cases',
    'deliveries',
    'decisions',
    'audit',
    'callers',
    'caller_notes',
  ])
    file.exec(`delete from ${table}`);
  file.close();
  expect(timesFound(desk, digits)).toBeGreaterThan(0);
  // As after a program that opened the file without secure_delete: the file itself is searched, and written anew.
  expect(await eraseCaller(desk, asha, digits, then)).toMatchObject({ is: 'erased', isScrubbed: true });
  expect(timesFound(desk, digits)).toBe(0);
});

test('while another process reads, it is told that the files are not clear yet', async () => {
  const { desk } = await busyDesk('sqlite');
  const reader = new Database(desk.env.DATABASE_URL.slice('file:'.length));
  reader.exec('begin');
  reader.prepare('select count(*) from legs').get();
  expect(await eraseCaller(desk, asha, digits, then)).toMatchObject({ is: 'erased', isScrubbed: false });
  reader.exec('commit');
  reader.close();
  expect(await eraseCaller(desk, asha, digits, then)).toMatchObject({ is: 'erased', isScrubbed: true });
  expect(timesFound(desk, digits)).toBe(0);
});
