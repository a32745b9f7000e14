/** Digests: due at eight by the clock of who reads them, about the days of the desk, of what they may see, and once. */

import { describe, expect, test } from 'vitest';
import { loadDigest, lookForDigests, saveDigest } from '@/desk/digests';
import { openOutbox } from '@/desk/outbox';
import { changePerson } from '@/desk/people';
import { digestDays, lastDigestAt } from '@/domain/digest';
import { aMailServer } from '../alerts';
import { aCaller, aCdr, aDid, day, minute, morning, second } from '../builders';
import { aDesk, engines, post, tableOf, withClock } from '../desks';
import { emailOf, personAt } from '../signed-in';

const mail = await aMailServer();
const at = (text: string) => Date.parse(text);

describe('a digest', () => {
  test('is due at eight, weekly on Mondays, by the clock of who reads it', () => {
    const zone = 'Asia/Kolkata';
    expect(lastDigestAt(at('2026-11-22T08:00+05:30'), 'day', zone)).toBe(at('2026-11-22T08:00+05:30'));
    expect(lastDigestAt(at('2026-11-22T07:59+05:30'), 'day', zone)).toBe(at('2026-11-21T08:00+05:30'));
    // The 22nd is a Sunday.
    expect(lastDigestAt(at('2026-11-22T12:00+05:30'), 'week', zone)).toBe(at('2026-11-16T08:00+05:30'));
    expect(lastDigestAt(at('2026-11-23T08:00+05:30'), 'week', zone)).toBe(at('2026-11-23T08:00+05:30'));
    // In Berlin the clocks go back on 25 October 2026.
    expect(lastDigestAt(at('2026-10-25T09:00+01:00'), 'day', 'Europe/Berlin')).toBe(
      at('2026-10-25T08:00+01:00'),
    );
  });

  test('is about the days of the desk that are over, and as many before', () => {
    const sunday = at('2026-11-22T08:00+05:30');
    expect(digestDays(sunday, 'day', 'Asia/Kolkata')).toEqual({
      days: { from: '2026-11-21', to: '2026-11-21' },
      before: { from: '2026-11-20', to: '2026-11-20' },
    });
    // At that time it is still Saturday in Honolulu.
    expect(digestDays(sunday, 'week', 'Pacific/Honolulu')).toEqual({
      days: { from: '2026-11-14', to: '2026-11-20' },
      before: { from: '2026-11-07', to: '2026-11-13' },
    });
  });
});

describe.each(engines)('on %s', (engine) => {
  async function aMailingDesk() {
    const clock = { now: morning };
    const env = { SMTP_URL: mail.url, MAIL_FROM: 'desk@example.com' };
    const desk = withClock(await aDesk(engine, env), () => clock.now);
    const outbox = openOutbox(desk);
    const look = async (now: number) => {
      clock.now = now;
      await lookForDigests(desk, now);
      await outbox.deliver(now);
      await outbox.settled();
    };
    return { desk, clock, look };
  }
  const wish = { every: 'day' as const, language: 'en' as const, zone: 'Asia/Kolkata' };
  const tomorrow = morning + day;
  const textOf = (name: string) =>
    mail.mails.filter(({ to }) => to.includes(emailOf(name))).map(({ text }) => text);

  test('it comes once in the morning after, and says what its reader may see', async () => {
    const { desk, look } = await aMailingDesk();
    const did = aDid();
    await post(desk, aCdr({ to: did, from: aCaller() }));
    await post(desk, aCdr({ to: aDid(), from: aCaller() }));
    const name = `Lata of ${engine}`;
    const lata = await personAt(desk, name, { dids: [`+${did}`] });
    await saveDigest(desk, lata, wish, morning);
    await look(morning + minute);
    expect(textOf(name)).toEqual([]);
    await look(tomorrow);
    await look(tomorrow + minute);
    expect(textOf(name)).toHaveLength(1);
    expect(textOf(name)[0]).toMatch(/Subject: Missed calls on Sun, November 22, 2026/);
    expect(textOf(name)[0]).toContain('Missed: 1 of 1 call (100%).');
    const { preview, digest } = await loadDigest(desk, lata, wish, tomorrow);
    expect(digest).toEqual(wish);
    expect(textOf(name)[0]!.replace(/=\r\n/g, '')).toContain(preview.lines[0]!);
    const asha = await personAt(desk, 'Asha');
    expect((await loadDigest(desk, asha, wish, tomorrow)).preview.lines[0]).toBe(
      'Missed: 2 of 2 calls (100%).',
    );
    await look(tomorrow + day);
    expect(textOf(name)).toHaveLength(2);
  });

  test('who wants none any more, or was disabled, gets none', async () => {
    const { desk, look } = await aMailingDesk();
    const asha = await personAt(desk, 'Asha');
    const names = [`Mira of ${engine}`, `Nila of ${engine}`];
    for (const name of names) await saveDigest(desk, await personAt(desk, name), wish, morning);
    await saveDigest(desk, await personAt(desk, names[0]!), null, morning + second);
    const nila = await personAt(desk, names[1]!);
    await changePerson(desk, asha, nila.id!, { isDisabled: true }, morning + second);
    await look(tomorrow);
    expect(names.flatMap(textOf)).toEqual([]);
    expect(await tableOf(desk, 'alerts')).toEqual([]);
  });

  test('a program has none', async () => {
    const { desk } = await aMailingDesk();
    const program = { id: null, name: 'API', role: 'agent' as const, dids: null };
    await expect(saveDigest(desk, program, wish, morning)).rejects.toThrow('Only people');
  });
});
