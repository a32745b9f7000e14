/** Looks for what has come up since the last look, and puts it into the outbox of each channel that wants to hear of it. */

import { randomUUID } from 'node:crypto';
import type { Queries } from '@/db/queries';
import type { Look, StoredAlert, StoredChannel } from '@/db/queries/alerts';
import { type AlertReason, type ChannelRules, isNews, isStillSo, isWanted } from '@/domain/alert';
import { toldFrom } from '@/domain/quiet-hours';
import { settlingMs } from '@/domain/verdict';
import { aboutSilence, type Silent } from './silent-dids';
import type { Desk } from './the-desk';

/** Something to tell, whoever wants to hear of it. */
type News = { reason: AlertReason; did: string | null; about: string; toldTo: Set<string> };

/**
 * Any server may look at any time: how far it has looked moves in the transaction that fills the outbox, and a unique
 * key keeps out what is there already. `silent` are the DIDs from which no record comes.
 */
export async function lookForAlerts(
  { store, settings }: Pick<Desk, 'store' | 'settings'>,
  now: number,
  silent: Silent[],
): Promise<void> {
  if ((await store.read.loadChannels()).length === 0) return;
  const before = await store.read.loadLook();
  const isAnything =
    silent.length > 0 || before === null || (await sinceLook(store.read, before, now)) !== null;
  if (!isAnything) return;
  await store.write(async (tx) => {
    const look = (await tx.loadLook()) ?? (await freshLook(tx, now));
    const found = await sinceLook(tx, look, now);
    const news = [
      ...silent.map((it) => ({
        reason: 'silent' as const,
        did: it.did,
        about: aboutSilence(it),
        toldTo: new Set<string>(),
      })),
      ...(await newsOfCases(tx, found?.caseIds ?? [], now)),
    ];
    const { timeZone } = (await settings(tx)).desk(now);
    await tx.saveAlerts(
      (await tx.loadChannels()).flatMap((channel) => alertsFor(channel, news, now, timeZone)),
    );
    await tx.saveLook(found?.look ?? look);
  });
}

/** Where the first look begins: what came before there was a channel is nobody's news. */
export async function freshLook(from: Queries, now: number): Promise<Look> {
  return { deliveryId: await from.lastDeliveryId(), at: now };
}

/** The cases that records or time have touched since; null where there was neither. Records wait until they settle (rules.md 12). */
async function sinceLook(
  from: Queries,
  { deliveryId, at }: Look,
  now: number,
): Promise<{ look: Look; caseIds: string[] } | null> {
  const upTo = await from.lastDeliveryUntil(deliveryId, now - settlingMs);
  const touched = upTo > deliveryId ? await from.loadCaseIdsOfDeliveries(deliveryId, upTo) : [];
  const timed = now > at ? await from.loadCaseIdsOfTime(at, now) : [];
  if (upTo === deliveryId && timed.length === 0) return null;
  return {
    look: { deliveryId: upTo, at: Math.max(at, now) },
    caseIds: [...new Set([...touched, ...timed])],
  };
}

/** Callers marked as spam are nobody's news either. A case may have been told of by another of its calls. */
async function newsOfCases(tx: Queries, caseIds: string[], now: number): Promise<News[]> {
  const cases = await tx.loadCasesOf(caseIds);
  const spam = new Set(
    (await tx.loadCallers(cases.map((it) => it.caller))).filter((it) => it.isSpam).map((it) => it.caller),
  );
  const told = await tx.loadAlertsOfCases(caseIds);
  return cases.flatMap((it) =>
    (['missed', 'overdue'] as const)
      .filter((reason) => !spam.has(it.caller) && isNews(reason, it, now) && isStillSo(reason, it, now))
      .map((reason) => {
        const before = told.filter(({ caseId, kind }) => caseId === it.id && kind === reason);
        return {
          reason,
          did: it.did,
          about: it.id,
          toldTo: new Set(before.map(({ channelId }) => channelId)),
        };
      }),
  );
}

function alertsFor({ id, rules }: StoredChannel, news: News[], now: number, zone: string): StoredAlert[] {
  const wanted = JSON.parse(rules) as ChannelRules;
  return news
    .filter(({ reason, did, toldTo }) => isWanted(wanted, reason, did) && !toldTo.has(id))
    .map(({ reason, about }) => newAlert(id, reason, about, now, toldFrom(now, wanted.quiet, zone)));
}

export function newAlert(
  channelId: string,
  kind: StoredAlert['kind'],
  about: string,
  at: number,
  nextAt: number,
): StoredAlert {
  const unsent = { state: 'waiting' as const, tries: 0, doneAt: null, trouble: null };
  return { id: `msg_${randomUUID()}`, channelId, kind, about, at, nextAt, ...unsent };
}
