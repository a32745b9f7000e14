/** Alerts on every engine: once for each case, reason and channel, sent until they arrive, and never of what is settled. */

import { createECDH, createHmac, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import {
  changeChannel,
  loadAlerts,
  makeChannel,
  removeChannel,
  sendAgain,
  testChannel,
} from '@/desk/alert-channels';
import { decide } from '@/desk/decide';
import { eraseCaller } from '@/desk/erase-caller';
import { lookForAlerts } from '@/desk/look-for-alerts';
import { openOutbox } from '@/desk/outbox';
import { openDesk } from '@/desk/the-desk';
import { aChannel, aMailServer, anEmptyPort, aReceiver, everything } from '../alerts';
import { aCaller, aCdr, aDid, aLeg, aLegB, day, minute, morning, second } from '../builders';
import { aDesk, type Engine, engines, post, runSql, tableOf, withClock } from '../desks';
import { personAt } from '../signed-in';

const mail = await aMailServer();
const allowed = {
  ALERTS_PRIVATE_ADDRESSES: 'allow',
  SMTP_URL: mail.url,
  MAIL_FROM: 'Desk <desk@example.com>',
};

/** A desk at 10:00 whose time passes only by `pass`; with it the desk looks, and sends what is due. */
async function aDeskInTime(engine: Engine, env: Record<string, string> = allowed) {
  const clock = { now: morning };
  const desk = withClock(await aDesk(engine, env), () => clock.now);
  const outbox = openOutbox(desk);
  const missed = async (given: object = {}) => {
    const record = aCdr({
      to: aDid(),
      from: aCaller(),
      start_time: clock.now / 1000,
      time: clock.now,
      ...given,
    });
    await post(desk, record);
    return { record, id: aLeg(record).callId };
  };
  const pass = async (ms: number, silent: { did: string | null; since: number }[] = []) => {
    clock.now += ms;
    await lookForAlerts(desk, clock.now, silent);
    await outbox.deliver(clock.now);
    await outbox.settled();
  };
  return { desk, clock, missed, pass, outbox, asha: await personAt(desk, 'Asha') };
}

describe.each(engines)('on %s', (engine) => {
  test('a missed call is told once it has settled, the overdue case later, each once and however often anybody looks', async () => {
    const { desk, missed, pass } = await aDeskInTime(engine);
    const hook = await aReceiver();
    await aChannel(desk, { target: hook.url });
    const { id, record } = await missed();
    await pass(4 * second);
    expect(hook.received).toEqual([]);
    await pass(second);
    await post(desk, record);
    await pass(6 * second);
    expect(hook.received.map(({ body }) => JSON.parse(String(body)))).toMatchObject([
      { type: 'case.missed', data: { case: { id, missedCount: 1, caller: { e164: null, name: null } } } },
    ]);
    await pass(30 * minute);
    await pass(minute);
    expect(hook.received.map(({ body }) => JSON.parse(String(body)).type)).toEqual([
      'case.missed',
      'case.overdue',
    ]);
    expect(new Set(hook.ids()).size).toBe(2);
  });

  test('a call that an answered leg takes off in time is not told of, nor one that a person settled meanwhile', async () => {
    const { desk, missed, pass, asha } = await aDeskInTime(engine);
    const hook = await aReceiver();
    await aChannel(desk, { target: hook.url });
    const answered = await missed();
    await post(desk, aLegB(answered.record, { status: 'answered', duration: 20 }));
    const settled = await missed();
    await decide(desk, asha, [settled.id], { kind: 'no_need', note: null, until: null }, desk.clock());
    await pass(6 * second);
    await pass(day);
    expect(hook.received).toEqual([]);
  });

  test('more calls of one caller are one alert, also when an earlier one comes late and names the case anew', async () => {
    const { desk, missed, pass, clock } = await aDeskInTime(engine);
    const hook = await aReceiver();
    await aChannel(desk, { target: hook.url, reasons: ['missed'] });
    const { record } = await missed();
    await pass(6 * second);
    await missed({ to: record.to, from: record.from });
    await pass(6 * second);
    await missed({
      to: record.to,
      from: record.from,
      start_time: morning / 1000 - 60,
      time: morning - minute,
    });
    await pass(6 * second);
    expect(hook.received).toHaveLength(1);
    expect(clock.now).toBe(morning + 18 * second);
  });

  test('two servers that look and send at the same moment tell it once', async () => {
    const { desk, missed, clock } = await aDeskInTime(engine);
    const hook = await aReceiver();
    await aChannel(desk, { target: hook.url });
    const other = withClock(await openDesk(desk.env), () => clock.now);
    const servers = [desk, other];
    for (let call = 0; call < 5; call += 1) await missed();
    clock.now += 6 * second;
    await Promise.all(servers.map((one) => lookForAlerts(one, clock.now, [])));
    const outboxes = servers.map(openOutbox);
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(outboxes.map((outbox) => outbox.deliver(clock.now)));
      await Promise.all(outboxes.map((outbox) => outbox.settled()));
    }
    expect(hook.received).toHaveLength(5);
    expect(new Set(hook.ids()).size).toBe(5);
    await other.close();
  });

  test('control: without the unique key the same silence is told twice', async () => {
    const { desk, pass } = await aDeskInTime(engine);
    const hook = await aReceiver();
    await aChannel(desk, { target: hook.url, reasons: ['silent'] });
    const silent = [{ did: null, since: morning - 5 * minute }];
    await pass(second, silent);
    await pass(second, silent);
    expect(hook.received).toHaveLength(1);
    await runSql(desk, ['drop index alerts_once']);
    await pass(second, silent);
    expect(hook.received).toHaveLength(2);
  });

  test('control: without the lease two servers send the same alert', async () => {
    const { desk, missed, clock } = await aDeskInTime(engine);
    const hook = await aReceiver();
    await aChannel(desk, { target: hook.url });
    await missed();
    clock.now += 6 * second;
    await lookForAlerts(desk, clock.now, []);
    const read = { ...desk.store.read };
    const careless = {
      ...desk,
      store: {
        ...desk.store,
        read,
        write: (work: Parameters<typeof desk.store.write>[0]) =>
          desk.store.write((tx) =>
            work({ ...tx, claimAlert: async (alert) => alert, finishTry: async () => {} }),
          ),
      },
    } as typeof desk;
    for (const outbox of [openOutbox(careless), openOutbox(careless)]) {
      await outbox.deliver(clock.now);
      await outbox.settled();
    }
    expect(hook.received).toHaveLength(2);
    expect(new Set(hook.ids()).size).toBe(1);
  });

  test('a receiver that fails, redirects, hangs up or is away is tried again under the same id until it has it', async () => {
    const { desk, missed, pass, asha } = await aDeskInTime(engine);
    const hook = await aReceiver((_, count) => [500, 302, 429, 'twice' as const][count - 1] ?? 204);
    await aChannel(desk, { target: hook.url, reasons: ['missed'] });
    const { id: away } = await aChannel(desk, { target: await anEmptyPort(), reasons: ['missed'] });
    await missed();
    await pass(6 * second);
    await pass(second);
    expect(hook.received).toHaveLength(1);
    for (const wait of [13, 50, 200]) await pass(wait * second);
    expect(hook.received).toHaveLength(4);
    expect(new Set(hook.ids()).size).toBe(1);
    expect(hook.received.map(({ path }) => path)).toEqual(Array(4).fill('/hook'));
    const waiting = (await loadAlerts(desk, asha)).alerts.filter(({ state }) => state === 'waiting');
    expect(waiting).toMatchObject([{ tries: 4, trouble: 'ECONNREFUSED' }]);
    for (let hours = 0; hours < 60; hours += 9) await pass(9 * 60 * minute);
    const { alerts } = await loadAlerts(desk, asha);
    expect(alerts.map(({ state }) => state).toSorted()).toEqual(['failed', 'sent']);
    expect(await removeChannel(desk, asha, away, desk.clock())).toBe(true);
    expect(await tableOf(desk, 'alerts')).toHaveLength(1);
  });

  test('what failed or was sent can be sent again, under its id; a test goes out at once', async () => {
    const { desk, pass, asha } = await aDeskInTime(engine);
    const hook = await aReceiver((_, count) => (count === 1 ? 410 : 204));
    const { id } = await aChannel(desk, { target: hook.url, quiet: { from: '00:00', to: '23:59' } });
    const alert = await testChannel(desk, asha, id, desk.clock());
    await pass(0);
    expect((await loadAlerts(desk, asha)).alerts).toMatchObject([
      { id: alert, state: 'failed', trouble: 'HTTP 410' },
    ]);
    expect(await sendAgain(desk, asha, alert!, desk.clock())).toBe(true);
    expect(await sendAgain(desk, asha, alert!, desk.clock())).toBe(false);
    await pass(0);
    expect(hook.ids()).toEqual([alert, alert]);
    expect((await loadAlerts(desk, asha)).alerts).toMatchObject([{ state: 'sent', tries: 1 }]);
    expect(await sendAgain(desk, asha, 'msg_none', desk.clock())).toBe(false);
    expect(await testChannel(desk, asha, 'none', desk.clock())).toBe(null);
  });

  test('in quiet hours nothing is told; afterwards what still waits', async () => {
    const { desk, missed, pass, asha } = await aDeskInTime(engine);
    const hook = await aReceiver();
    await aChannel(desk, { target: hook.url, reasons: ['missed'], quiet: { from: '09:00', to: '11:00' } });
    const [, settled] = [await missed(), await missed()];
    await pass(6 * second);
    await pass(30 * minute);
    await decide(desk, asha, [settled.id], { kind: 'called_back', note: null, until: null }, desk.clock());
    expect(hook.received).toEqual([]);
    await pass(30 * minute);
    expect(hook.received).toHaveLength(1);
    const states = (await loadAlerts(desk, asha)).alerts.map(({ state }) => state).toSorted();
    expect(states).toEqual(['dropped', 'sent']);
  });

  test('a channel hears of its numbers and reasons only, and of nothing from before there was one', async () => {
    const { desk, missed, pass, asha, clock } = await aDeskInTime(engine);
    await missed();
    clock.now += minute;
    const hook = await aReceiver();
    const did = aDid();
    const { id } = await aChannel(desk, { target: hook.url, dids: [`+${did}`] });
    const theirs = await missed({ to: did });
    await missed();
    await pass(6 * second);
    expect(hook.received.map(({ body }) => JSON.parse(String(body)).data.case.id)).toEqual([theirs.id]);
    await changeChannel(
      desk,
      asha,
      id,
      { name: 'Hook', rules: { ...everything, reasons: ['silent'] } },
      clock.now,
    );
    await missed({ to: did });
    await pass(6 * second);
    expect(hook.received).toHaveLength(1);
    expect(await changeChannel(desk, asha, 'none', { name: 'x', rules: everything }, clock.now)).toBe(false);
  });

  test('the outbox names no caller, and what was erased is not told', async () => {
    const { desk, missed, pass, asha, clock } = await aDeskInTime(engine);
    const hook = await aReceiver();
    await aChannel(desk, { target: hook.url, quiet: { from: '09:00', to: '11:00' } });
    const { record } = await missed();
    await pass(6 * second);
    const [row] = await tableOf(desk, 'alerts');
    expect(JSON.stringify(row)).not.toContain(String(record.from).slice(-6));
    const erased = await eraseCaller(desk, asha, `+${record.from}`, clock.now);
    expect(erased.is).toBe('erased');
    await pass(day / 24);
    await pass(60 * minute);
    expect(hook.received).toEqual([]);
    expect(await tableOf(desk, 'alerts')).toMatchObject([{ state: 'dropped' }]);
  });
});

describe('each kind of channel', () => {
  const name = 'Cleo <b>*&';
  async function tellAll(kind: 'webhook' | 'slack' | 'teams' | 'email', given: object = {}) {
    const inTime = await aDeskInTime('sqlite', { ...allowed, PUBLIC_URL: 'https://desk.example.com' });
    const { desk, missed, pass } = inTime;
    const hook = await aReceiver();
    const made = await aChannel(desk, { kind, target: hook.url, reasons: ['missed'], ...given });
    const { record, id } = await missed();
    await desk.store.write((tx) =>
      tx.saveCallers([{ caller: `+${record.from}`, name, isSpam: false, savedAt: morning, by: 'Asha' }]),
    );
    await pass(6 * second);
    const [received] = hook.received;
    return {
      ...made,
      desk,
      id,
      received: received!,
      said: received && JSON.parse(String(received.body)),
      number: String(record.from),
    };
  }

  test('a webhook is signed as Standard Webhooks has it, and says so much of the caller as it may', async () => {
    const { secret, received, said, number } = await tellAll('webhook', { showsCaller: true });
    const key = Buffer.from(secret!.replace('whsec_', ''), 'base64');
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = received.headers;
    const signed = createHmac('sha256', key).update(`${id}.${at}.${received.body}`).digest('base64');
    expect(signature).toBe(`v1,${signed}`);
    expect(Number(at) * 1000).toBe(morning + 6 * second);
    expect(said.data.case.caller).toMatchObject({ e164: `+${number}`, name });
  });

  test('Slack gets a text without marks, with a link and the number in part', async () => {
    const { said, id, number } = await tellAll('slack');
    expect(said.text).toMatch(/^Missed call on \+91 44 4.*\n\+91 •+ •+.*\nRang at .*2026.* 10:00\./u);
    expect(said.text).toContain(`https://desk.example.com/cases/${id}`);
    expect(said.text.replace(/\D/g, '')).not.toContain(number.slice(-6));
    expect(said.text).not.toContain('Cleo');
    const whole = await tellAll('slack', { showsCaller: true });
    expect(whole.said.text).toContain('Cleo &lt;b&gt;*&amp;');
  });

  test('Teams gets an adaptive card of plain text', async () => {
    const { said } = await tellAll('teams', { showsCaller: true, language: 'hi' });
    const { content } = said.attachments[0];
    expect(content.body[0].inlines[0].text).toMatch(/पर छूटी कॉल$/);
    expect(content.body[1].inlines[0].text).toContain(name);
    expect(content.actions[0].url).toMatch(/^https:\/\/desk\.example\.com\/cases\//);
  });

  test('mail goes out by SMTP, under the id of the alert', async () => {
    const { desk } = await tellAll('email', { target: 'asha@example.com' });
    const { to, text } = mail.mails.at(-1)!;
    const [{ id }] = (await tableOf(desk, 'alerts')) as [{ id: string }];
    expect(to).toEqual(['asha@example.com']);
    expect(text).toContain(`Message-ID: <${id}@ringback>`);
    expect(text).toMatch(/Subject: Missed call on \+91 44/);
  });

  test('a browser can decrypt what is pushed to it, and nobody else', async () => {
    const { desk, missed, pass } = await aDeskInTime('sqlite');
    const service = await aReceiver(201);
    const browser = createECDH('prime256v1');
    const auth = randomBytes(16);
    const keys = { p256dh: browser.generateKeys('base64url'), auth: auth.toString('base64url') };
    const target = JSON.stringify({ endpoint: service.url, keys });
    await aChannel(desk, { kind: 'push', target, reasons: ['missed'] });
    await missed();
    await pass(6 * second);
    const [{ headers, body }] = service.received as [(typeof service.received)[0]];
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '43200' });
    expect(headers.authorization).toMatch(/^vapid t=.+, k=/);
    // The library of the browser's side, which comes with web-push.
    const ece = createRequire(createRequire(import.meta.url).resolve('web-push'))('http_ece');
    const clear = ece.decrypt(body, { version: 'aes128gcm', privateKey: browser, authSecret: keys.auth });
    expect(JSON.parse(String(clear))).toMatchObject({ title: expect.stringMatching(/^Missed call on/) });
  });
});

test('where no server stays awake no channel is made, for nobody would send', async () => {
  const { desk, asha } = await aDeskInTime('sqlite');
  const asleep = { ...desk, env: { ...desk.env, VERCEL: '1' } };
  const channel = { kind: 'slack' as const, name: 'x', target: 'https://example.com/', rules: everything };
  expect(await makeChannel(asleep, asha, channel, desk.clock())).toMatchObject({
    is: 'refused',
    field: 'kind',
  });
});

describe('an address that somebody gave', () => {
  test('leads nowhere inside, also by a name, and not over http', async () => {
    const { desk, pass, asha } = await aDeskInTime('sqlite', {});
    for (const target of ['http://example.com/', 'https://a:b@example.com/', 'ftp://example.com/', 'x'])
      await expect(aChannel(desk, { target }), target).rejects.toThrow('`target` must');
    const inside = [
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://localhost/',
      'https://10.0.0.1/',
      'https://169.254.169.254/',
      'https://[::ffff:127.0.0.1]/',
      'https://2130706433/',
      'https://0.0.0.0/',
    ];
    for (const target of inside) {
      const { id } = await aChannel(desk, { target });
      await testChannel(desk, asha, id, desk.clock());
    }
    await pass(second);
    const { alerts } = await loadAlerts(desk, asha);
    expect(alerts.map(({ trouble }) => trouble)).toEqual(inside.map(() => 'the address is private'));
  });

  test('control: where private addresses are allowed, the same receiver is reached', async () => {
    const { desk, pass, asha } = await aDeskInTime('sqlite');
    const hook = await aReceiver();
    const { id } = await aChannel(desk, { target: hook.url });
    await testChannel(desk, asha, id, desk.clock());
    await pass(second);
    expect(hook.received).toHaveLength(1);
  });
});
