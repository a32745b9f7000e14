/** A database of the version before is taken over whole: nothing that came in or was said is lost. */

import { describe, expect, test } from 'vitest';
import { loadCase } from '@/desk/case';
import { decide } from '@/desk/decide';
import { listQuarantine } from '@/desk/quarantine';
import { type Desk, openDesk } from '@/desk/the-desk';
import { unfiltered } from '@/domain/board-query';
import { aCaller, aCdr, aDid, aLeg, asha, minute, morning } from '../builders';
import { aDesk, engines, post, runSql, withClock } from '../desks';
import { downgrade } from '../older';

describe.each(engines)('on %s', (engine) => {
  test('calls, cases, decisions and quarantine of 0.1.0 are there, by the rules of now', async () => {
    const desk = await aDesk(engine);
    const [missed, settled] = [aCdr({ to: aDid(), from: aCaller() }), aCdr({ to: aDid(), from: aCaller() })];
    await post(desk, [missed, settled], morning + minute);
    await post(desk, 'no record', morning + minute);
    await post(desk, [{ status: { odd: true }, cmiuuid: 'x', type: 'cdr' }], morning + minute);
    const wish = { kind: 'spam', note: 'again', until: null } as const;
    await decide(desk, asha, [aLeg(settled).callId], wish, morning + 2 * minute);
    const seen = async (of: Desk) => ({
      board: (await withClock(of, () => morning + 3 * minute).board.load(asha, everything)).cases,
      settled: await loadCase(of, asha, aLeg(settled).callId, morning + 3 * minute),
      quarantine: (await listQuarantine(of, asha, null, 10)).records,
    });
    const before = await seen(desk);
    expect(before.board).toHaveLength(2);
    expect(before.quarantine.map(({ position }) => position).sort()).toEqual([-1, 0]);

    await runSql(desk, downgrade(engine));
    const upgraded = await openDesk(desk.env);
    expect(await seen(upgraded)).toEqual(before);
    await upgraded.close();
  });
});

const everything = { state: 'all', ...unfiltered, order: 'newest', limit: 50 } as const;
