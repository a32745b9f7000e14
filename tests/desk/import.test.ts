/** Importing contacts: told before anything is saved, saved whole or not at all, and told by the audit. */

import { describe, expect, test } from 'vitest';
import { loadAudit } from '@/desk/audit';
import { describeCaller } from '@/desk/describe-caller';
import { exportContacts } from '@/desk/export-contacts';
import { type ImportWish, importContacts, previewContacts } from '@/desk/import-contacts';
import type { ImportJson } from '@/domain/import-json';
import { aCdr, asha, morning, ravi } from '../builders';
import { aDesk, engines, post, tableOf } from '../desks';

const aWish = (text: string, given: Partial<ImportWish> = {}): ImportWish => ({
  bytes: Buffer.from(text),
  columns: null,
  delimiter: null,
  ...given,
});
const whole = { seen: null, leavesFaultyOut: false };
const list =
  'Name,Phone\nMeera,98410 22417\nArun Textiles,90030 11872\nNobody,\nArun Textiles,+91 90030 11872\n';

describe.each(engines)('on %s', (engine) => {
  const names = async (desk: Awaited<ReturnType<typeof aDesk>>) =>
    (await tableOf(desk, 'callers')).map(({ caller, name }) => [caller, name]);

  test('a look saves nothing; faulty lines refuse the whole list until they are left out on purpose', async () => {
    const desk = await aDesk(engine);
    await post(desk, aCdr({ from: 919841022417 }), morning);
    await describeCaller(desk, ravi, '+919841022417', { name: 'Meera P.', isSpam: true }, morning);
    const look = await previewContacts(desk, asha, aWish(list), morning);
    const found = { lines: 4, fresh: 1, changed: 1, unchanged: 0, doubled: 1, faulty: 1 };
    expect(look).toMatchObject({
      is: 'previewed',
      found: {
        ...found,
        faults: [{ line: 4, reason: 'no_number', text: 'Nobody' }],
        changes: [
          { was: 'Meera P.', is: 'Meera' },
          { was: null, is: 'Arun Textiles' },
        ],
      },
    });
    expect(await importContacts(desk, asha, aWish(list), whole, morning)).toMatchObject({ is: 'refused' });
    expect(await names(desk)).toEqual([['+919841022417', 'Meera P.']]);

    const before = await desk.store.read.revision();
    const { seen } = (look as { found: ImportJson }).found;
    const done = await importContacts(desk, asha, aWish(list), { seen, leavesFaultyOut: true }, morning);
    expect(done).toMatchObject({ is: 'imported', found });
    expect(await names(desk)).toEqual([
      ['+919003011872', 'Arun Textiles'],
      ['+919841022417', 'Meera'],
    ]);
    expect(await desk.store.read.revision()).toBe(before + 1);
    const { cases } = await desk.board.load(asha, {
      state: 'all',
      did: null,
      q: null,
      who: null,
      outcome: null,
      days: null,
      order: 'newest',
      limit: 9,
      cursor: null,
    });
    expect(cases[0]?.caller).toMatchObject({ name: 'Meera', isSpam: true });
    expect((await loadAudit(desk, asha, null)).rows[0]).toMatchObject({
      what: 'imported contacts',
      about: { fresh: 1, changed: 1, doubled: 1, leftOut: 1 },
    });
    // The same again changes nothing.
    await importContacts(desk, asha, aWish(list), { seen: null, leavesFaultyOut: true }, morning);
    expect(await desk.store.read.revision()).toBe(before + 1);
  });

  test('names that somebody gave since the look: nothing is saved, and what would happen now is told', async () => {
    const desk = await aDesk(engine);
    const wish = aWish('Name,Phone\nMeera,98410 22417\nArun,90030 11872');
    const look = (await previewContacts(desk, asha, wish, morning)) as { found: ImportJson };
    await describeCaller(desk, ravi, '+919003011872', { name: 'Arun Textiles' }, morning);
    const consent = { seen: look.found.seen, leavesFaultyOut: false };
    const second = await importContacts(desk, asha, wish, consent, morning);
    expect(second).toMatchObject({ is: 'changed since', found: { fresh: 1, changed: 1 } });
    expect(await names(desk)).toEqual([['+919003011872', 'Arun Textiles']]);
    const { seen } = (second as { found: ImportJson }).found;
    expect(await importContacts(desk, asha, wish, { ...consent, seen }, morning)).toMatchObject({
      is: 'imported',
    });
    expect(await names(desk)).toEqual([
      ['+919003011872', 'Arun'],
      ['+919841022417', 'Meera'],
    ]);
  });

  test('what was exported is imported unchanged, and no cell of it begins a formula', async () => {
    const desk = await aDesk(engine);
    const odd = ['=HYPERLINK("x")', '+1', '-2', '@x', 'a, "b"\tc', "O'Brien", 'मीरा'];
    const rows = odd.map((name, n) => ({
      caller: `+91984102241${n}`,
      name,
      isSpam: n === 0,
      savedAt: 0,
      by: 'x',
    }));
    await desk.store.write((tx) => tx.saveCallers(rows));
    let text = '';
    for await (const part of await exportContacts(desk, asha, morning)) text += part;
    const cells = text
      .slice(1)
      .split(/,|\r\n/)
      .map((cell) => cell.replace(/^"/, ''));
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    const look = await previewContacts(desk, asha, aWish(text), morning);
    // Those that a formula could begin come back with the mark that keeps them from it.
    expect(look).toMatchObject({ found: { lines: 7, faulty: 0, fresh: 0 } });
    await expect(exportContacts(desk, ravi, morning)).rejects.toThrow('Only admins');
  });
});

test('a list is bounded, read by an admin only, and an open quote cannot be left out', async () => {
  const desk = await aDesk();
  const leavesFaultyOut = true;
  const tooLong = aWish(`Name,Phone\n${'x,98410 22417\n'.repeat(50_001)}`);
  expect(await previewContacts(desk, asha, tooLong, morning)).toMatchObject({
    is: 'refused',
    error: expect.stringContaining('50000'),
  });
  await expect(previewContacts(desk, ravi, aWish(list), morning)).rejects.toThrow('Only admins');
  for (const text of [
    '',
    '\n\n',
    'Name,Phone\nMeera,98410 22417\n"Arun,90030 11872\nZ,9003011873',
    'Color,Taste\nred,sweet',
  ])
    expect(
      await importContacts(desk, asha, aWish(text), { seen: null, leavesFaultyOut }, morning),
    ).toMatchObject({ is: 'refused' });
  expect(await tableOf(desk, 'callers')).toEqual([]);
  const chosen = aWish('red,98410 22417', { columns: ['name', 'number'] });
  expect(await importContacts(desk, asha, chosen, whole, morning)).toMatchObject({ is: 'imported' });
});
