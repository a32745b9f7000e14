/** Takes alerts out of the outbox, each by a lease so that one server at a time tries, and hands them over. */

import { Cron } from 'croner';
import type { StoredAlert, StoredChannel } from '@/db/queries/alerts';
import { StoreUnavailable } from '@/db/store';
import { type ChannelRules, waitAfter } from '@/domain/alert';
import { toldFrom } from '@/domain/quiet-hours';
import { log } from '@/log';
import { alertMessage } from './alert-message';
import { digestChannels, dueDigest, lookForDigests } from './digests';
import { lookForAlerts } from './look-for-alerts';
import { NotDelivered } from './post-out';
import { sendAlert } from './send-alert';
import { loadSilent } from './silent-dids';
import type { Desk } from './the-desk';

/** Longer than any try takes; a server that dies in one leaves it to the others for so long. */
const leaseMs = 20_000;
/** Tries under way to one channel: a slow receiver holds up nobody else. */
const mostAtOnce = 4;
const slowLookMs = 60_000;

/** A look and a round of deliveries each second. Both are begun by any server, and settled by the database. */
export function withAlerts(desk: Desk): Desk {
  const outbox = openOutbox(desk);
  let slowLookAt = desk.clock();
  let turn = Promise.resolve();
  const job = new Cron('* * * * * *', { protect: true, unref: true }, () => {
    turn = takeTurn().catch(logged);
    return turn;
  });

  async function takeTurn(): Promise<void> {
    const now = desk.clock();
    const isSlowLook = now - slowLookAt >= slowLookMs;
    if (isSlowLook) {
      slowLookAt = now;
      await lookForDigests(desk, now);
    }
    await lookForAlerts(desk, now, isSlowLook ? await loadSilent(desk, now) : []);
    await outbox.deliver(now);
  }

  return {
    ...desk,
    async close() {
      job.stop();
      await turn;
      await outbox.settled();
      await desk.close();
    },
  };
}

export function openOutbox(desk: Pick<Desk, 'store' | 'settings' | 'env' | 'secret' | 'clock'>) {
  const underWay = new Map<string, Set<Promise<void>>>();

  return {
    /** Begins a try of everything that is due at `now`, ms; what is under way does not hold up the rest. */
    async deliver(now: number): Promise<void> {
      for (const channel of await channelsOf(desk)) {
        const tries = underWay.get(channel.id) ?? new Set();
        underWay.set(channel.id, tries);
        const free = mostAtOnce - tries.size;
        const due = free > 0 ? await desk.store.read.loadDueAlerts(channel.id, now, free) : [];
        if (due.length === 0) continue;
        const claimed = await desk.store.write(async (tx) => {
          const mine = [];
          for (const alert of due) mine.push(await tx.claimAlert(alert, now + leaseMs));
          return mine.filter((alert) => alert !== null);
        });
        for (const alert of claimed) {
          const trying = tryOnce(desk, channel, alert)
            .catch(logged)
            .finally(() => tries.delete(trying));
          tries.add(trying);
        }
      }
    },

    /** Resolves when no try is under way. */
    async settled(): Promise<void> {
      await Promise.all([...underWay.values()].flatMap((tries) => [...tries]));
    },
  };
}

async function tryOnce(
  desk: Pick<Desk, 'store' | 'settings' | 'env' | 'secret' | 'clock'>,
  channel: StoredChannel,
  alert: StoredAlert,
): Promise<void> {
  const rules = JSON.parse(channel.rules) as ChannelRules;
  const begunAt = desk.clock();
  const { kind } = alert;
  const message =
    kind === 'digest'
      ? await dueDigest(desk, channel.id, Number(alert.about), begunAt)
      : await alertMessage(desk, { ...alert, kind }, rules, begunAt);
  const trouble =
    message && (await troubleOf(sendAlert({ desk, channel, id: alert.id, at: begunAt, message })));
  const now = desk.clock();
  const zone = (await desk.settings(desk.store.read)).desk(now).timeZone;
  await desk.store.write((tx) => tx.finishTry(alert, outcomeOf(trouble)));

  function outcomeOf(trouble: NotDelivered | null) {
    if (!trouble) {
      const state = message ? ('sent' as const) : ('dropped' as const);
      return { state, nextAt: now, doneAt: now, trouble: null };
    }
    const wait = trouble.isFinal ? null : waitAfter(alert.tries, Math.random());
    return wait === null
      ? { state: 'failed' as const, nextAt: now, doneAt: now, trouble: trouble.message }
      : {
          state: 'waiting' as const,
          nextAt: toldFrom(now + wait, rules.quiet, zone),
          doneAt: null,
          trouble: trouble.message,
        };
  }
}

async function channelsOf({ store: { read } }: Pick<Desk, 'store'>): Promise<StoredChannel[]> {
  return [...(await read.loadChannels()), ...(await digestChannels(read))];
}

async function troubleOf(sending: Promise<void>): Promise<NotDelivered | null> {
  try {
    await sending;
    return null;
  } catch (error) {
    if (error instanceof NotDelivered) return error;
    logged(error);
    return new NotDelivered('an error of the desk');
  }
}

/** A database that is away for now is told by the doors. */
function logged(error: unknown): void {
  if (!(error instanceof StoreUnavailable)) log().error({ err: error }, 'An alert was not handled.');
}
